<?php
namespace Aloud;

/** Sends how posts stand, until its time is over. Removals come first. */
final class Delivery {

	/** @var float */
	private $end;

	/** @var bool Then the rest waits for the next time. */
	private $down = false;

	/** @param float $seconds for all of it. */
	public function __construct( float $seconds ) {
		$this->end = microtime( true ) + $seconds;
	}

	/**
	 * @param int[] $post_ids
	 * @return int How many were sent, or found to be the same as what was sent last.
	 */
	public function send( array $post_ids ): int {
		foreach ( Deletions::all() as $post_id => $time ) {
			if ( $this->has_time() && $this->post( Payload::removed( Article::id_of( $post_id ), $time ) )->ok() ) {
				Deletions::settle( $post_id );
			}
		}
		$done = 0;
		foreach ( self::removals_first( $post_ids ) as $post_id ) {
			$done += $this->has_time() && $this->send_post( $post_id ) ? 1 : 0;
		}
		return $done;
	}

	/** Whether aloud did not answer. */
	public function is_down(): bool {
		return $this->down;
	}

	public function has_time(): bool {
		return ! $this->down && microtime( true ) < $this->end;
	}

	/** @return int[] */
	private static function removals_first( array $post_ids ): array {
		$rank = array();
		foreach ( $post_ids as $post_id ) {
			$article          = Article::of( $post_id );
			$rank[ $post_id ] = $article && $article->is_public() ? 1 : 0;
		}
		asort( $rank );
		return array_keys( $rank );
	}

	private function send_post( int $post_id ): bool {
		clean_object_term_cache( $post_id, (string) get_post_type( $post_id ) ); // another request may have changed it since it was read
		foreach ( array( 'posts', 'post_meta' ) as $group ) {
			wp_cache_delete( $post_id, $group );
		}
		$mark    = Outbox::due( $post_id ) ?: Outbox::mark( $post_id ); // before the post is read
		$now     = microtime( true );
		$article = Article::of( $post_id );
		if ( ! $article || ( $article->is_public() && ! Content::can_render() ) ) {
			return false; // cron renders it
		}
		try {
			$payload = Payload::of( $article, $now );
		} catch ( \Throwable $error ) {
			Outbox::fail( $post_id, new Answer( 0, sanitize_text_field( $error->getMessage() ) ) );
			return false;
		}
		if ( Payload::checksum( $payload ) !== ( Outbox::sent( $post_id )['checksum'] ?? '' ) ) {
			$answer = $this->post( $payload );
			if ( ! $answer->ok() ) {
				Outbox::fail( $post_id, $answer );
				return false;
			}
			Narration::forget( $article );
		}
		Outbox::settle( $post_id, $mark, $payload );
		return true;
	}

	private function post( array $payload ): Answer {
		$answer     = Hook::send( $payload, max( 0.5, $this->end - microtime( true ) ) );
		$this->down = 0 === $answer->status;
		return $answer;
	}
}
