<?php
namespace Aloud;

/** The column and the bulk actions of the list of posts. */
final class PostsList {

	public static function register(): void {
		add_action( 'admin_init', array( self::class, 'for_each_type' ) );
		add_action( 'admin_notices', array( self::class, 'tell' ) );
		add_filter( 'removable_query_args', array( self::class, 'removable' ) );
	}

	public static function for_each_type(): void {
		foreach ( (array) Settings::get( 'types' ) as $type ) {
			add_filter( "manage_{$type}_posts_columns", array( self::class, 'add_column' ) );
			add_action( "manage_{$type}_posts_custom_column", array( self::class, 'show_column' ), 10, 2 );
			add_filter( "bulk_actions-edit-$type", array( self::class, 'add_actions' ) );
			add_filter( "handle_bulk_actions-edit-$type", array( self::class, 'act' ), 10, 3 );
		}
	}

	public static function add_column( array $columns ): array {
		return $columns + array( 'aloud' => __( 'Audio', 'aloud' ) );
	}

	public static function show_column( string $column, int $post_id ): void {
		$article = 'aloud' === $column ? Article::of( $post_id ) : null;
		if ( $article ) {
			$known = self::known();
			echo esc_html( State::in_list( $article, $known[ $article->id() ] ?? null ) );
		}
	}

	/** @return array<string,array> what aloud says of the posts that are listed, by id: one call for all. */
	private static function known(): array {
		static $known = null;
		if ( null !== $known || ! Settings::has_api() ) {
			return (array) $known;
		}
		$known = array();
		$ids   = array();
		foreach ( (array) ( $GLOBALS['wp_query']->posts ?? array() ) as $post ) {
			$article = Article::of( $post instanceof \WP_Post ? $post->ID : (int) $post );
			if ( $article && $article->is_public() ) {
				$ids[] = $article->id();
			}
		}
		$answer = $ids ? Api::articles( $ids ) : null;
		foreach ( $answer && $answer->ok() ? (array) ( $answer->body['articles'] ?? array() ) : array() as $body ) {
			$known[ (string) ( $body['id'] ?? '' ) ] = $body;
		}
		return $known;
	}

	public static function add_actions( array $actions ): array {
		return $actions + array(
			'aloud_render'  => __( 'Audio: make it again', 'aloud' ),
			'aloud_send'    => __( 'Audio: send it again', 'aloud' ),
			'aloud_exclude' => __( 'Audio: none for these', 'aloud' ),
			'aloud_include' => __( 'Audio: wanted again', 'aloud' ),
		);
	}

	/** WordPress has checked the nonce of the list; who may edit each of the posts is checked here. */
	public static function act( string $back, string $action, array $post_ids ): string {
		if ( 0 !== strpos( $action, 'aloud_' ) ) {
			return $back;
		}
		$post_ids = array_filter(
			array_map( 'intval', $post_ids ),
			static function ( int $post_id ): bool {
				return current_user_can( 'edit_post', $post_id );
			}
		);
		$error = 'aloud_render' === $action ? self::render( $post_ids ) : '';
		foreach ( 'aloud_render' === $action ? array() : $post_ids as $post_id ) {
			'aloud_send' === $action ? Outbox::mark( $post_id ) : Article::exclude( $post_id, 'aloud_exclude' === $action );
		}
		set_transient( 'aloud_notice_' . get_current_user_id(), $error, MINUTE_IN_SECONDS );
		return add_query_arg( 'aloud_done', count( $post_ids ), $back );
	}

	/** @param int[] $post_ids */
	private static function render( array $post_ids ): string {
		$ids = array();
		foreach ( $post_ids as $post_id ) {
			$article = Article::of( $post_id );
			if ( $article && $article->is_public() ) {
				$ids[] = $article->id();
			}
		}
		return $ids ? Api::render( $ids )->error : '';
	}

	public static function tell(): void {
		if ( ! isset( $_GET['aloud_done'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- only a number is shown
			return;
		}
		$error = (string) get_transient( 'aloud_notice_' . get_current_user_id() );
		$count = absint( $_GET['aloud_done'] ); // phpcs:ignore WordPress.Security.NonceVerification
		/* translators: %d: number of posts */
		$text = '' !== $error ? $error : sprintf( __( 'Audio: %d posts.', 'aloud' ), $count );
		printf( '<div class="notice notice-%s is-dismissible"><p>%s</p></div>', '' !== $error ? 'error' : 'success', esc_html( $text ) );
	}

	public static function removable( array $args ): array {
		return array_merge( $args, array( 'aloud_done' ) );
	}
}
