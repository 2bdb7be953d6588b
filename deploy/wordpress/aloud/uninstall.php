<?php
/** Deletes everything that the plugin stored, on every site of a network. The audio stays in aloud. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Deletes what is stored on the current site. */
function aloud_uninstall_site(): void {
	global $wpdb;
	$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->postmeta WHERE meta_key LIKE %s", $wpdb->esc_like( '_aloud_' ) . '%' ) );
	foreach ( array( 'aloud_deleted_', '_transient_aloud_', '_transient_timeout_aloud_' ) as $prefix ) {
		$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->options WHERE option_name LIKE %s", $wpdb->esc_like( $prefix ) . '%' ) );
	}
	delete_option( 'aloud' );
	wp_clear_scheduled_hook( 'aloud_send' );
	wp_clear_scheduled_hook( 'aloud_sweep' );
	wp_clear_scheduled_hook( 'aloud_compare' );
	wp_cache_flush();
}

foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array( 0 ) as $aloud_site ) {
	$aloud_site && switch_to_blog( $aloud_site );
	aloud_uninstall_site();
	$aloud_site && restore_current_blog();
}
