<?php
namespace Aloud;

/** What an admin set. The constants ALOUD_SECRET and ALOUD_TOKEN in wp-config.php win over the stored secrets. */
final class Settings {

	public const OPTION = 'aloud';

	private const DEFAULTS = array(
		'address'   => '',      // of the aloud server, without a slash at the end
		'public'    => '',      // where a CDN serves what is below /public; '': the server does
		'site'      => 'main',  // name in aloud.yaml
		'secret'    => '',      // whsec_…, of hooks.articles
		'api'       => '',      // address of the admin listener
		'token'     => '',      // of the JSON API
		'types'     => array( 'post' ),
		'automatic' => true,    // the player stands before the text
		'excerpt'   => false,   // an excerpt is read as a standfirst
	);

	/** @return mixed */
	public static function get( string $key ) {
		$stored = get_option( self::OPTION, array() );
		return ( is_array( $stored ) ? $stored : array() )[ $key ] ?? self::DEFAULTS[ $key ];
	}

	public static function secret(): string {
		return defined( 'ALOUD_SECRET' ) ? (string) constant( 'ALOUD_SECRET' ) : (string) self::get( 'secret' );
	}

	public static function token(): string {
		return defined( 'ALOUD_TOKEN' ) ? (string) constant( 'ALOUD_TOKEN' ) : (string) self::get( 'token' );
	}

	/** Whether articles can be sent. */
	public static function complete(): bool {
		return '' !== self::get( 'address' ) && '' !== self::get( 'site' ) && '' !== self::secret();
	}

	/** Whether the JSON API can be called. */
	public static function has_api(): bool {
		return '' !== self::get( 'api' ) && '' !== self::token();
	}

	/** The address of a public file of the site: $path is below public/{site}/. */
	public static function public_url( string $path ): string {
		$base = self::get( 'public' ) ?: self::get( 'address' ) . '/public';
		return $base . '/' . rawurlencode( self::get( 'site' ) ) . '/' . $path;
	}

	/** Cleans what a form sent. A secret that is left empty stays as it is. */
	public static function sanitize( $input ): array {
		$input = is_array( $input ) ? $input : array();
		$clean = array(
			'site'      => preg_replace( '/[^a-z0-9-]/', '', strtolower( (string) ( $input['site'] ?? '' ) ) ),
			'automatic' => ! empty( $input['automatic'] ),
			'excerpt'   => ! empty( $input['excerpt'] ),
			'types'     => array_values( array_intersect( array_map( 'sanitize_key', (array) ( $input['types'] ?? array() ) ), self::possible_types() ) ),
		);
		foreach ( array( 'address', 'public', 'api' ) as $key ) {
			$clean[ $key ] = untrailingslashit( sanitize_url( trim( (string) ( $input[ $key ] ?? '' ) ), array( 'http', 'https' ) ) );
		}
		foreach ( array( 'secret', 'token' ) as $key ) {
			$clean[ $key ] = sanitize_text_field( (string) ( $input[ $key ] ?? '' ) ) ?: self::get( $key );
		}
		return $clean;
	}

	/** Types whose posts have pages of their own. */
	public static function possible_types(): array {
		return array_values( array_diff( array_filter( get_post_types(), 'is_post_type_viewable' ), array( 'attachment' ) ) );
	}
}
