<?php
/**
 * Plugin Name:       aloud
 * Description:       Has an aloud server narrate your articles, and puts the player on their pages.
 * Version:           1.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            The aloud authors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/old-licenses/gpl-2.0.html
 * Text Domain:       aloud
 * Domain Path:       /languages
 */

namespace Aloud;

defined( 'ABSPATH' ) || exit;

const VERSION = '1.0.0';
const FILE    = __FILE__;

spl_autoload_register(
	static function ( string $name ): void {
		if ( 0 === strpos( $name, __NAMESPACE__ . '\\' ) ) {
			$file = __DIR__ . '/includes/' . substr( $name, strlen( __NAMESPACE__ ) + 1 ) . '.php';
			if ( is_file( $file ) ) {
				require $file;
			}
		}
	}
);

Plugin::start();
