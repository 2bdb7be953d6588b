<?php
namespace Aloud;

/**
 * Posts that were deleted, whose meta went with them. Each is an option of its own until aloud has
 * acknowledged it, so that requests that delete at the same time lose nothing.
 */
final class Deletions {

	private const PREFIX = 'aloud_deleted_';

	public static function add( int $post_id ): void {
		update_option( self::PREFIX . $post_id, microtime( true ), false );
	}

	public static function settle( int $post_id ): void {
		delete_option( self::PREFIX . $post_id );
	}

	/** @return array<int,float> When each was deleted, by post. */
	public static function all(): array {
		global $wpdb;
		$rows = $wpdb->get_results( $wpdb->prepare( "SELECT option_name, option_value FROM $wpdb->options WHERE option_name LIKE %s LIMIT 200", $wpdb->esc_like( self::PREFIX ) . '%' ) );
		$all  = array();
		foreach ( $rows as $row ) {
			$all[ (int) substr( $row->option_name, strlen( self::PREFIX ) ) ] = (float) $row->option_value;
		}
		return $all;
	}
}
