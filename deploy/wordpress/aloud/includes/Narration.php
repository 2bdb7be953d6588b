<?php
namespace Aloud;

/**
 * What narration.json says of an article, for pages. A page never waits for it: an answer that is
 * older than a minute is used once more, and replaced when the page is done.
 */
final class Narration {

	private const FRESH = MINUTE_IN_SECONDS;

	/** @var Article[] To be asked for when the page is done. */
	private static $asked = array();

	public static function address( Article $article ): string {
		return Settings::public_url( 'articles/' . rawurlencode( $article->id() ) . '/narration.json' );
	}

	/** The narration; null if there is none, or none is known yet. */
	public static function of( Article $article ): ?array {
		$known = get_transient( self::key( $article ) );
		$fresh = is_array( $known ) && $known['at'] > time() - self::FRESH;
		if ( ! $fresh ) {
			self::$asked || add_action( 'shutdown', array( self::class, 'ask' ), 100 );
			self::$asked[ $article->id() ] = $article;
		}
		return is_array( $known ) ? $known['narration'] : null;
	}

	public static function forget( Article $article ): void {
		delete_transient( self::key( $article ) );
	}

	public static function ask(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
		}
		foreach ( self::$asked as $article ) {
			self::keep( $article, get_transient( self::key( $article ) )['narration'] ?? null ); // other pages don't ask meanwhile
			self::fetch( $article );
		}
	}

	public static function fetch( Article $article ): ?array {
		$answer    = Answer::from( wp_remote_get( self::address( $article ), array( 'timeout' => 2 ) ) );
		$narration = $answer->ok() && ! empty( $answer->body['audio'][0]['url'] ) ? $answer->body : null;
		$narration = $narration ? self::needed( $narration, self::address( $article ) ) : null;
		self::keep( $article, $narration );
		return $narration;
	}

	private static function keep( Article $article, ?array $narration ): void {
		$known = array(
			'at'        => time(),
			'narration' => $narration,
		);
		set_transient( self::key( $article ), $known, DAY_IN_SECONDS );
	}

	/** What pages and the editor use of a narration. Addresses are absolute. */
	public static function needed( array $narration, string $address ): array {
		return array(
			'audio'    => dirname( $address ) . '/' . rawurlencode( (string) $narration['audio'][0]['url'] ),
			'type'     => (string) ( $narration['audio'][0]['type'] ?? 'audio/mpeg' ),
			'duration' => (float) ( $narration['audio'][0]['duration'] ?? 0 ),
			'label'    => (string) ( $narration['label'] ?? '' ),
			'language' => (string) ( $narration['language'] ?? '' ),
			'title'    => (string) ( $narration['title'] ?? '' ),
		);
	}

	private static function key( Article $article ): string {
		return 'aloud_narration_' . $article->id();
	}
}
