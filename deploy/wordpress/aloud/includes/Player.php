<?php
namespace Aloud;

/** The player: as a block, as the shortcode [aloud_player], and by itself before the text. */
final class Player {

	/** Keeps its place free before the script arrives, if there is audio. */
	private const STYLE = 'aloud-player:not([hidden]){display:block;min-height:9.5em;margin-block:1.5em}@media(max-width:30em){aloud-player:not([hidden]){min-height:12em}}';

	public static function register(): void {
		add_action( 'init', array( self::class, 'register_block' ) );
		add_shortcode( 'aloud_player', array( self::class, 'here' ) );
		add_filter( 'the_content', array( self::class, 'before' ), 30 );
		add_filter( 'script_loader_tag', array( self::class, 'defer' ), 10, 2 );
	}

	public static function register_block(): void {
		wp_register_script( 'aloud-block', plugins_url( 'blocks/player/editor.js', FILE ), array( 'wp-blocks', 'wp-block-editor', 'wp-element' ), VERSION, true );
		wp_add_inline_script( 'aloud-block', 'window.aloudBlock = ' . wp_json_encode( array( 'text' => __( 'The audio player of this article stands here.', 'aloud' ) ) ) . ';', 'before' );
		register_block_type(
			dirname( FILE ) . '/blocks/player',
			array(
				'title'           => __( 'Audio of this article', 'aloud' ),
				'description'     => __( 'The player with the article\'s narration.', 'aloud' ),
				'render_callback' => array( self::class, 'here' ),
			)
		);
	}

	/** The player of the post in the loop; '' if it has none. */
	public static function here(): string {
		$article = Content::rendering() || is_feed() ? null : Article::of( get_post() );
		return $article && $article->is_public() && Settings::complete() ? self::markup( $article ) : '';
	}

	public static function before( $content ) {
		if ( ! Settings::get( 'automatic' ) || ! is_singular() || ! in_the_loop() || ! is_main_query() || self::is_placed( get_post() ) ) {
			return $content;
		}
		return self::here() . $content;
	}

	/** Whether an editor put the player somewhere else. */
	private static function is_placed( ?\WP_Post $post ): bool {
		return ! $post || has_block( 'aloud/player', $post ) || has_shortcode( $post->post_content, 'aloud_player' );
	}

	private static function markup( Article $article ): string {
		wp_enqueue_script( 'aloud-player', Settings::get( 'address' ) . '/player.js', array(), null, true ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters
		$narration = Narration::of( $article );
		if ( $narration && ! wp_style_is( 'aloud-player', 'registered' ) ) {
			wp_register_style( 'aloud-player', false, array(), VERSION );
			wp_add_inline_style( 'aloud-player', self::STYLE );
			wp_enqueue_style( 'aloud-player' );
		}
		return sprintf(
			'<aloud-player src="%s"%s>%s</aloud-player>',
			esc_url( Narration::address( $article ) ),
			$narration && $narration['language'] ? ' lang="' . esc_attr( $narration['language'] ) . '" dir="auto"' : '',
			$narration ? self::without_script( $narration ) : ''
		);
	}

	/** The label in the article's language, and audio for readers without JavaScript. */
	private static function without_script( array $narration ): string {
		return sprintf(
			'<p class="aloud-label"><bdi>%1$s</bdi></p><noscript><audio controls preload="none" src="%2$s"><a href="%2$s">%3$s</a></audio></noscript>',
			esc_html( $narration['label'] ),
			esc_url( $narration['audio'] ),
			esc_html( $narration['title'] )
		);
	}

	public static function defer( $tag, $handle ) {
		return 'aloud-player' === $handle ? str_replace( ' src=', ' defer src=', $tag ) : $tag;
	}
}
