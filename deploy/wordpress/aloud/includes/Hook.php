<?php
namespace Aloud;

/**
 * Posts to the hook /hooks/{site}/articles, signed as Standard Webhooks says
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
final class Hook {

	public static function send( array $payload, float $timeout ): Answer {
		$body = wp_json_encode( $payload, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE );
		if ( false === $body ) {
			return new Answer( 0, json_last_error_msg() );
		}
		$address = Settings::get( 'address' ) . '/hooks/' . rawurlencode( Settings::get( 'site' ) ) . '/articles';
		return Answer::from(
			wp_remote_post(
				$address,
				array(
					'timeout'     => $timeout,
					'redirection' => 0,
					'headers'     => array( 'Content-Type' => 'application/json' ) + self::signature( $body ),
					'body'        => $body,
				)
			)
		);
	}

	/** @return array<string,string> Headers. */
	private static function signature( string $body ): array {
		$id   = 'msg_' . wp_generate_password( 24, false );
		$time = (string) time();
		$key  = base64_decode( preg_replace( '/^whsec_/', '', Settings::secret() ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
		$mac  = hash_hmac( 'sha256', "$id.$time.$body", (string) $key, true );
		return array(
			'Webhook-Id'        => $id,
			'Webhook-Timestamp' => $time,
			'Webhook-Signature' => 'v1,' . base64_encode( $mac ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions
		);
	}
}
