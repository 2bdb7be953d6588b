<?php
namespace Aloud;

/**
 * Which posts are to be sent. Everything is in the posts' meta: a mark, when to try next, and what
 * aloud has acknowledged. Marks name a post and no event: what is sent is how the post stands then.
 */
final class Outbox {

	private const MARK    = '_aloud_due';     // random: tells a mark from the next one
	private const NEXT    = '_aloud_next';    // seconds since 1970
	private const FAILURE = '_aloud_failure'; // count and error of failed attempts
	private const SENT    = '_aloud_sent';    // id, status, checksum and time of the last acknowledged payload

	public const META = array( self::MARK, self::NEXT, self::FAILURE, self::SENT, Article::EXCLUDED );

	/** @var array<int,array<int,bool>> Posts that this request marked, by site of the network. */
	private static $marked = array();

	public static function mark( int $post_id ): string {
		$mark = wp_generate_password( 20, false );
		delete_post_meta( $post_id, self::FAILURE );
		update_post_meta( $post_id, self::NEXT, time() );
		update_post_meta( $post_id, self::MARK, $mark );
		self::$marked[ get_current_blog_id() ][ $post_id ] = true;
		return $mark;
	}

	/** @return int[] Posts of the current site that this request marked. */
	public static function marked(): array {
		return array_keys( self::$marked[ get_current_blog_id() ] ?? array() );
	}

	/** The mark of a post; '' if it is not to be sent. */
	public static function due( int $post_id ): string {
		return (string) get_post_meta( $post_id, self::MARK, true );
	}

	/** @return int[] Posts whose time has come, the newest first. */
	public static function ready( int $limit ): array {
		global $wpdb;
		return array_map(
			'intval',
			$wpdb->get_col(
				$wpdb->prepare(
					"SELECT post_id FROM $wpdb->postmeta WHERE meta_key = %s AND CAST(meta_value AS UNSIGNED) <= %d ORDER BY post_id DESC LIMIT %d",
					self::NEXT,
					time(),
					$limit
				)
			)
		);
	}

	/** When the next post is to be sent, in seconds since 1970; 0: none is. */
	public static function next(): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT MIN(CAST(meta_value AS UNSIGNED)) FROM $wpdb->postmeta WHERE meta_key = %s", self::NEXT ) );
	}

	/** Records what aloud has acknowledged, unless the post was marked, or settled, by another request meanwhile. */
	public static function settle( int $post_id, string $mark, array $payload ): void {
		if ( ! delete_post_meta( $post_id, self::MARK, $mark ) ) {
			return;
		}
		update_post_meta(
			$post_id,
			self::SENT,
			array(
				'id'       => $payload['id'],
				'status'   => $payload['status'],
				'checksum' => Payload::checksum( $payload ),
				'time'     => time(),
			)
		);
		delete_post_meta( $post_id, self::FAILURE );
		if ( '' === self::due( $post_id ) ) {
			delete_post_meta( $post_id, self::NEXT );
		}
	}

	/** Tries again after half a minute, a minute, two …, an hour. What is refused waits for its next change. */
	public static function fail( int $post_id, Answer $answer ): void {
		$count = 1 + (int) ( self::failure( $post_id )['count'] ?? 0 );
		$wait  = (int) min( HOUR_IN_SECONDS, 30 * 2 ** min( $count - 1, 10 ) );
		update_post_meta(
			$post_id,
			self::FAILURE,
			array(
				'count' => $count,
				'error' => $answer->error,
			)
		);
		update_post_meta( $post_id, self::NEXT, $answer->refused() ? PHP_INT_MAX : time() + $wait );
	}

	/** @return array count and error; empty if the last attempt did not fail. */
	public static function failure( int $post_id ): array {
		$failure = get_post_meta( $post_id, self::FAILURE, true );
		return is_array( $failure ) ? $failure : array();
	}

	/** @return array id, status, checksum and time; empty if nothing was sent. A copy of another post has sent nothing. */
	public static function sent( int $post_id ): array {
		$sent = get_post_meta( $post_id, self::SENT, true );
		return is_array( $sent ) && Article::id_of( $post_id ) === ( $sent['id'] ?? '' ) ? $sent : array();
	}

	/** @return int[] Posts of which aloud last acknowledged that status, published or removed; $limit 0: all of them. */
	public static function sent_as( string $status, int $limit = 0 ): array {
		global $wpdb;
		return array_map(
			'intval',
			$wpdb->get_col(
				$wpdb->prepare(
					"SELECT post_id FROM $wpdb->postmeta WHERE meta_key = %s AND meta_value LIKE %s LIMIT %d",
					self::SENT,
					'%"' . $status . '"%',
					$limit ?: PHP_INT_MAX
				)
			)
		);
	}

	/** Whether a post, or its next state, is aloud's business. */
	public static function knows( int $post_id ): bool {
		return '' !== self::due( $post_id ) || array() !== self::sent( $post_id );
	}

	/** How many posts wait, and how many of them failed. */
	public static function counts(): array {
		global $wpdb;
		$count = static function ( string $key ) use ( $wpdb ): int {
			return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key = %s", $key ) );
		};
		return array(
			'due'    => $count( self::MARK ),
			'failed' => $count( self::FAILURE ),
		);
	}
}
