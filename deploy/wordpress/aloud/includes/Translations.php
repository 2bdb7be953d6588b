<?php
namespace Aloud;

/** The plugin's texts in the user's language. One file serves all countries of a language. */
final class Translations {

	public static function load(): void {
		$locale   = determine_locale();
		$language = preg_replace( '/[^a-z].*/', '', $locale );
		if ( ! load_plugin_textdomain( 'aloud', false, dirname( plugin_basename( FILE ) ) . '/languages' ) ) {
			load_textdomain( 'aloud', dirname( FILE ) . "/languages/aloud-$language.mo" );
		}
	}
}
