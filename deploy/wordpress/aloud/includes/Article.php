<?php
namespace Aloud;

use WP_Post;

/** A post as aloud sees it: its id there, and whether everybody may hear it. */
final class Article {

	public const EXCLUDED = '_aloud_excluded';

	/** @var WP_Post */
	public $post;

	private function __construct( WP_Post $post ) {
		$this->post = $post;
	}

	/**
	 * The article of a post that can be one. Null for revisions, automatic drafts and what is no post any more.
	 *
	 * @param int|WP_Post|null $post
	 */
	public static function of( $post ): ?self {
		$post = $post ? get_post( $post ) : null;
		if ( ! $post instanceof WP_Post || 'revision' === $post->post_type || 'auto-draft' === $post->post_status ) {
			return null;
		}
		return new self( $post );
	}

	public function id(): string {
		return self::id_of( $this->post->ID );
	}

	/** An id that is unique among the sites of a network. */
	public static function id_of( int $post_id ): string {
		return is_multisite() ? get_current_blog_id() . '-' . $post_id : (string) $post_id;
	}

	public function is_public(): bool {
		return '' === $this->withheld();
	}

	/** Why aloud gets no text of it: site, type, excluded, password, status or filter. '' if everybody may hear it. */
	public function withheld(): string {
		if ( Network::is_closed() ) {
			return 'site';
		}
		if ( ! in_array( $this->post->post_type, (array) Settings::get( 'types' ), true ) ) {
			return 'type';
		}
		if ( self::excluded( $this->post->ID ) ) {
			return 'excluded';
		}
		if ( '' !== $this->post->post_password ) {
			return 'password';
		}
		if ( 'publish' !== $this->post->post_status || ! is_post_publicly_viewable( $this->post ) ) {
			return 'status';
		}
		return apply_filters( 'aloud_narrate', true, $this->post ) ? '' : 'filter';
	}

	public static function excluded( int $post_id ): bool {
		return '1' === get_post_meta( $post_id, self::EXCLUDED, true );
	}

	public static function exclude( int $post_id, bool $exclude ): void {
		$exclude ? update_post_meta( $post_id, self::EXCLUDED, '1' ) : delete_post_meta( $post_id, self::EXCLUDED );
		Outbox::mark( $post_id );
	}
}
