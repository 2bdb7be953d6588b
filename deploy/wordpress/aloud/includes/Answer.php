<?php
namespace Aloud;

/** What aloud answered. */
final class Answer {

	/** @var int HTTP status; 0: there was no answer. */
	public $status;

	/** @var string What to tell the editor; '' if all is well. */
	public $error;

	/** @var array The decoded body. */
	public $body;

	public function __construct( int $status, string $error, array $body = array() ) {
		$this->status = $status;
		$this->error  = $error;
		$this->body   = $body;
	}

	/** @param array|\WP_Error $response of WordPress's HTTP functions. */
	public static function from( $response ): self {
		if ( is_wp_error( $response ) ) {
			return new self( 0, $response->get_error_message() );
		}
		$status = (int) wp_remote_retrieve_response_code( $response );
		$body   = json_decode( wp_remote_retrieve_body( $response ), true );
		$body   = is_array( $body ) ? $body : array();
		if ( $status >= 200 && $status < 300 ) {
			return new self( $status, '', $body );
		}
		$said = (string) ( $body['detail'] ?? $body['error'] ?? '' );
		return new self( $status, sanitize_text_field( "HTTP $status. $said" ), $body );
	}

	public function ok(): bool {
		return '' === $this->error;
	}

	/** Whether the same again would be refused again. */
	public function refused(): bool {
		return in_array( $this->status, array( 400, 413, 422 ), true );
	}
}
