<?php
namespace Aloud;

/** The body of the hook: how an article stands. */
final class Payload {

	/** Rendered text is in it only if everybody may hear the article. $now is when the post was read, in seconds. */
	public static function of( Article $article, float $now ): array {
		if ( ! $article->is_public() ) {
			return self::removed( $article->id(), $now );
		}
		$post    = $article->post;
		$payload = array(
			'id'           => $article->id(),
			'updated_at'   => self::time( $now ),
			'status'       => 'published',
			'visibility'   => 'public',
			'published_at' => self::time( (float) get_post_timestamp( $post ) ),
			'url'          => get_permalink( $post ),
			'title'        => self::plain( get_the_title( $post ) ),
			'byline'       => self::byline( $post ),
			'tags'         => self::tags( $post ),
			'html'         => Content::render( $post ),
		);
		if ( Settings::get( 'excerpt' ) && '' !== $post->post_excerpt ) {
			$payload['standfirst'] = self::plain( $post->post_excerpt );
		}
		$language = self::language( $post );
		if ( '' !== $language ) {
			$payload['language'] = $language;
		}
		return (array) apply_filters( 'aloud_payload', $payload, $post );
	}

	public static function removed( string $id, float $now ): array {
		return array(
			'id'         => $id,
			'updated_at' => self::time( $now ),
			'status'     => 'removed',
		);
	}

	/** A checksum of all that a payload says, whenever it is said. */
	public static function checksum( array $payload ): string {
		unset( $payload['updated_at'] );
		return hash( 'sha256', (string) wp_json_encode( $payload ) );
	}

	private static function time( float $seconds ): string {
		return gmdate( 'Y-m-d\TH:i:s', (int) $seconds ) . sprintf( '.%03dZ', (int) ( 1000 * fmod( $seconds, 1 ) ) );
	}

	/** WordPress's own functions return titles with entities and markup. */
	private static function plain( string $text ): string {
		return trim( html_entity_decode( wp_strip_all_tags( $text ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	}

	/** @return string[] Names; of several authors if Co-Authors Plus or PublishPress Authors knows them. */
	private static function byline( \WP_Post $post ): array {
		if ( function_exists( 'get_coauthors' ) ) {
			$names = wp_list_pluck( get_coauthors( $post->ID ), 'display_name' );
		} elseif ( function_exists( 'publishpress_authors_get_post_authors' ) ) {
			$names = wp_list_pluck( publishpress_authors_get_post_authors( $post->ID ), 'display_name' );
		} else {
			$names = array( get_the_author_meta( 'display_name', (int) $post->post_author ) );
		}
		return array_values( array_filter( array_map( array( self::class, 'plain' ), $names ) ) );
	}

	/** @return string[] Slugs of tags, categories and the other public taxonomies. */
	private static function tags( \WP_Post $post ): array {
		$slugs = array();
		foreach ( get_object_taxonomies( $post, 'objects' ) as $taxonomy ) {
			$terms = $taxonomy->public ? get_the_terms( $post, $taxonomy->name ) : array();
			$slugs = array_merge( $slugs, is_array( $terms ) ? wp_list_pluck( $terms, 'slug' ) : array() );
		}
		sort( $slugs );
		return array_values( array_unique( $slugs ) );
	}

	/** What Polylang or WPML says. Without them aloud finds the language in the text. */
	private static function language( \WP_Post $post ): string {
		$language = function_exists( 'pll_get_post_language' ) ? (string) pll_get_post_language( $post->ID, 'slug' ) : '';
		if ( '' === $language ) {
			$details  = apply_filters( 'wpml_post_language_details', null, $post->ID );
			$language = is_array( $details ) ? (string) ( $details['language_code'] ?? '' ) : '';
		}
		return (string) apply_filters( 'aloud_language', $language, $post );
	}
}
