<?php
namespace Aloud;

/** Tests that aloud answers, and knows this site's secret and token. Nothing is changed there. */
final class Connection {

	/** @return string[] What is wrong; empty if all is well. */
	public static function problems(): array {
		if ( ! Settings::complete() ) {
			return array( __( 'Set the address of aloud, the name of the site and its secret.', 'aloud' ) );
		}
		return array_merge( self::hook(), Settings::has_api() ? self::api() : array() );
	}

	/** A signed payload without an id: aloud refuses it as incomplete if the signature is right, else as unsigned. */
	private static function hook(): array {
		$answer = Hook::send( array( 'status' => 'removed' ), 5 );
		if ( 400 === $answer->status ) {
			return array();
		}
		/* translators: %s: what was answered */
		return array( sprintf( __( 'The hook does not accept this site: %s', 'aloud' ), $answer->error ) );
	}

	private static function api(): array {
		$answer = Api::call( 'token' );
		if ( ! $answer->ok() ) {
			/* translators: %s: what was answered */
			return array( sprintf( __( 'The API does not accept the token: %s', 'aloud' ), $answer->error ) );
		}
		if ( Settings::get( 'site' ) !== ( $answer->body['site'] ?? '' ) ) {
			return array( __( 'The token is for another site.', 'aloud' ) );
		}
		return array();
	}
}
