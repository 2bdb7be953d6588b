<?php
namespace Aloud;

/** Registers everything with WordPress. Nothing runs before WordPress calls it. */
final class Plugin {

	public static function start(): void {
		register_deactivation_hook( FILE, array( Cron::class, 'clear' ) );
		add_action( 'init', array( Translations::class, 'load' ), 0 );
		foreach ( array( Changes::class, Cron::class, Player::class, Rest::class, Health::class, Network::class ) as $part ) {
			$part::register();
		}
		if ( is_admin() ) {
			foreach ( array( SettingsPage::class, Box::class, PostsList::class ) as $part ) {
				$part::register();
			}
		}
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			\WP_CLI::add_command( 'aloud', Command::class );
		}
	}
}
