<?php
namespace Aloud;

/** Finds what no hook told: posts that were changed in the database, by an import, or without an action of WordPress's. */
final class Comparison {

	/** Posts of each kind that one pass marks at most. */
	private const LIMIT = 200;

	/** Marked posts whose text is as it was are not sent. @return int How many were marked. */
	public static function run(): int {
		$ids = array_unique( array_merge( self::no_more_public(), self::recent() ) );
		foreach ( $ids as $post_id ) {
			if ( '' === Outbox::due( $post_id ) ) {
				Outbox::mark( $post_id );
			}
		}
		foreach ( self::vanished() as $post_id ) {
			Deletions::add( $post_id );
			delete_metadata( 'post', $post_id, '_aloud_sent' );
		}
		return count( $ids );
	}

	/** @return int[] Posts that aloud has as published and that not everybody may read. */
	private static function no_more_public(): array {
		global $wpdb;
		$types = (array) Settings::get( 'types' );
		$in    = implode( ',', array_fill( 0, count( $types ), '%s' ) ) ?: "''";
		return self::ids(
			$wpdb->prepare(
				"SELECT p.ID FROM $wpdb->posts p JOIN $wpdb->postmeta s ON s.post_id = p.ID AND s.meta_key = '_aloud_sent' AND s.meta_value LIKE %s
				LEFT JOIN $wpdb->postmeta e ON e.post_id = p.ID AND e.meta_key = '_aloud_excluded' AND e.meta_value = '1'
				WHERE p.post_status <> 'publish' OR p.post_password <> '' OR e.meta_id IS NOT NULL OR p.post_type NOT IN ($in) LIMIT %d", // phpcs:ignore WordPress.DB.PreparedSQL
				array_merge( array( '%"published"%' ), $types, array( self::LIMIT ) )
			)
		);
	}

	/** @return int[] Posts of the last two days, which may have other text, tags or authors now. */
	private static function recent(): array {
		return get_posts(
			array(
				'fields'           => 'ids',
				'post_type'        => Settings::get( 'types' ) ?: array( 'none' ),
				'post_status'      => 'publish',
				'has_password'     => false,
				'posts_per_page'   => self::LIMIT,
				'orderby'          => 'modified',
				'suppress_filters' => true,
				'date_query'       => array(
					array(
						'column' => 'post_modified_gmt',
						'after'  => '2 days ago',
					),
				),
			)
		);
	}

	/** @return int[] Posts whose row is gone, and whose meta was left behind. */
	private static function vanished(): array {
		global $wpdb;
		return self::ids(
			$wpdb->prepare(
				"SELECT s.post_id FROM $wpdb->postmeta s LEFT JOIN $wpdb->posts p ON p.ID = s.post_id WHERE s.meta_key = '_aloud_sent' AND p.ID IS NULL LIMIT %d",
				self::LIMIT
			)
		);
	}

	/** @return int[] */
	private static function ids( string $query ): array {
		global $wpdb;
		return array_map( 'intval', $wpdb->get_col( $query ) ); // phpcs:ignore WordPress.DB.PreparedSQL
	}
}
