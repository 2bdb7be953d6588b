<?php
namespace Aloud;

/** The box beside the text, in the block editor and in the classic one. assets/box.js fills it. */
final class Box {

	public static function register(): void {
		add_action( 'add_meta_boxes', array( self::class, 'add' ) );
	}

	public static function add( string $type ): void {
		if ( in_array( $type, (array) Settings::get( 'types' ), true ) ) {
			add_meta_box( 'aloud', __( 'Audio', 'aloud' ), array( self::class, 'show' ), $type, 'side' );
		}
	}

	public static function show( \WP_Post $post ): void {
		wp_enqueue_script( 'aloud-box', plugins_url( 'assets/box.js', FILE ), array( 'wp-api-fetch' ), VERSION, true );
		$data = array(
			'path'  => '/' . Rest::SPACE . '/posts/' . $post->ID,
			'texts' => array(
				'listen'  => __( 'Listen', 'aloud' ),
				'preview' => __( 'What is read', 'aloud' ),
				'cost'    => __( 'What it costs', 'aloud' ),
				'render'  => __( 'Make it again', 'aloud' ),
				'send'    => __( 'Send it again', 'aloud' ),
				'voice'   => __( 'Voice (provider:name, or "site")', 'aloud' ),
				'exclude' => __( 'No audio for this article', 'aloud' ),
				'nothing' => __( 'Nothing was read yet.', 'aloud' ),
				/* translators: 1: number of characters, 2: of those to be bought, 3: price, 4: voice */
				'price'   => __( '{1} characters, {2} to buy: {3} ({4})', 'aloud' ),
			),
		);
		wp_add_inline_script( 'aloud-box', 'window.aloudBox = ' . wp_json_encode( $data ) . ';', 'before' );
		echo '<div id="aloud-box" aria-live="polite"><noscript>' . esc_html__( 'This box needs JavaScript.', 'aloud' ) . '</noscript></div>';
	}
}
