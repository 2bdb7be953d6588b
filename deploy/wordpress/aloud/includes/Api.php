<?php
namespace Aloud;

/** Calls aloud's JSON API. Its token stays in this process: no browser ever gets it. */
final class Api {

	/** GET, or POST if there is a body. $path is below /api/. */
	public static function call( string $path, ?array $body = null, float $timeout = 8 ): Answer {
		if ( ! Settings::has_api() ) {
			return new Answer( 0, __( 'The address and the token of the API are not set.', 'aloud' ) );
		}
		$request = array(
			'method'      => null === $body ? 'GET' : 'POST',
			'timeout'     => $timeout,
			'redirection' => 0,
			'headers'     => array(
				'Authorization' => 'Bearer ' . Settings::token(),
				'Content-Type'  => 'application/json',
			),
		);
		if ( null !== $body ) {
			$request['body'] = wp_json_encode( $body );
		}
		return Answer::from( wp_remote_request( Settings::get( 'api' ) . '/api/' . $path, $request ) );
	}

	public static function article( string $id ): Answer {
		return self::call( self::site() . '/articles/' . rawurlencode( $id ) );
	}

	/** What would be read now. */
	public static function script( string $id ): Answer {
		return self::call( self::site() . '/articles/' . rawurlencode( $id ) . '/script' );
	}

	/** @param string[] $ids; one call for all of them. The list of posts waits for it, so not for long. */
	public static function articles( array $ids ): Answer {
		return self::call( self::site() . '/articles?ids=' . rawurlencode( implode( ',', $ids ) ), null, 3 );
	}

	public static function estimate( string $id ): Answer {
		return self::call(
			self::site() . '/estimate',
			array(
				'ids'   => array( $id ),
				'force' => true,
			)
		);
	}

	/** @param string[] $ids; $voice is provider:name, site for the site's own, or '' for no change. */
	public static function render( array $ids, string $voice = '', bool $force = true ): Answer {
		$order = array(
			'ids'   => $ids,
			'force' => $force,
		);
		if ( '' !== $voice ) {
			$order['voice'] = $voice;
		}
		return self::call( self::site() . '/render', $order );
	}

	private static function site(): string {
		return 'sites/' . rawurlencode( Settings::get( 'site' ) );
	}
}
