<?php
namespace Aloud;

use WP_Error;
use WP_REST_Request;
use WP_REST_Server;

/** The routes of the box in the editor. Each is for those who may edit the post that it names. */
final class Rest {

	public const SPACE = 'aloud/v1';

	public static function register(): void {
		add_action( 'rest_api_init', array( self::class, 'routes' ) );
	}

	public static function routes(): void {
		$post = '/posts/(?P<id>\d+)';
		self::route( $post, WP_REST_Server::READABLE, 'state' );
		self::route( "$post/preview", WP_REST_Server::READABLE, 'preview' );
		self::route( "$post/cost", WP_REST_Server::READABLE, 'cost' );
		self::route(
			"$post/render",
			WP_REST_Server::CREATABLE,
			'render',
			array(
				'voice' => array(
					'type'    => 'string',
					'pattern' => '^([a-z0-9-]+:.{1,200}|site)?$',
					'default' => '',
				),
			)
		);
		self::route(
			"$post/exclude",
			WP_REST_Server::CREATABLE,
			'exclude',
			array(
				'exclude' => array(
					'type'     => 'boolean',
					'required' => true,
				),
			)
		);
		self::route( "$post/send", WP_REST_Server::CREATABLE, 'send' );
	}

	private static function route( string $path, string $methods, string $callback, array $args = array() ): void {
		register_rest_route(
			self::SPACE,
			$path,
			array(
				'methods'             => $methods,
				'callback'            => static function ( WP_REST_Request $request ) use ( $callback ) {
					$article = Article::of( (int) $request['id'] );
					return $article ? self::$callback( $article, $request ) : new WP_Error( 'aloud_unknown', __( 'This post cannot have audio.', 'aloud' ), array( 'status' => 404 ) );
				},
				'permission_callback' => static function ( WP_REST_Request $request ): bool {
					return current_user_can( 'edit_post', (int) $request['id'] );
				},
				'args'                => $args,
			)
		);
	}

	private static function state( Article $article ) {
		return State::of( $article );
	}

	/** What would be read, in order. */
	private static function preview( Article $article ) {
		$answer = Api::script( $article->id() );
		if ( ! $answer->ok() ) {
			return self::problem( $answer );
		}
		$segments = (array) ( $answer->body['segments'] ?? array() );
		return array( 'texts' => array_map( 'strval', wp_list_pluck( $segments, 'text' ) ) );
	}

	private static function cost( Article $article ) {
		$answer = Api::estimate( $article->id() );
		if ( ! $answer->ok() ) {
			return self::problem( $answer );
		}
		$estimate = (array) ( $answer->body['estimates'][0] ?? array() );
		return array_intersect_key( $estimate, array_flip( array( 'voice', 'segments', 'characters', 'to_buy', 'price', 'problem' ) ) );
	}

	private static function render( Article $article, WP_REST_Request $request ) {
		if ( ! $article->is_public() ) {
			return new WP_Error( 'aloud_withheld', State::withheld( $article ), array( 'status' => 409 ) );
		}
		$answer = Api::render( array( $article->id() ), (string) $request['voice'] );
		return $answer->ok() ? State::of( $article ) : self::problem( $answer );
	}

	private static function exclude( Article $article, WP_REST_Request $request ) {
		Article::exclude( $article->post->ID, (bool) $request['exclude'] );
		( new Delivery( 5 ) )->send( array( $article->post->ID ) );
		return State::of( $article );
	}

	private static function send( Article $article ) {
		Outbox::mark( $article->post->ID );
		( new Delivery( 5 ) )->send( array( $article->post->ID ) );
		return State::of( $article );
	}

	/** aloud's answers may be shown to editors; that there is no such article means that it was never sent. */
	private static function problem( Answer $answer ): WP_Error {
		$message = 404 === $answer->status ? __( 'aloud does not know this article yet.', 'aloud' ) : $answer->error;
		return new WP_Error( 'aloud_failed', $message, array( 'status' => 404 === $answer->status ? 404 : 502 ) );
	}
}
