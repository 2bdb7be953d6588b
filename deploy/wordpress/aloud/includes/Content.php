<?php
namespace Aloud;

use WP_Post;

/**
 * Renders a post's text as a visitor without an account gets it. What others add to it for the eye
 * is marked as an aside, which aloud leaves out.
 */
final class Content {

	/** What an editor writes into "Additional CSS class" of a block that is not to be read. */
	public const SKIP_CLASS = 'aloud-skip';

	/** Shortcodes whose output is no text. */
	private const SKIP_SHORTCODES = array(
		'contact-form-7', 'gravityform', 'wpforms', 'ninja_form', 'mc4wp_form', 'newsletter_form', 'mailpoet_form',
		'playlist', 'gallery', 'audio', 'video', 'embed', 'caption',
	);

	/** @var bool */
	private static $rendering = false;

	/** Whether the text is being rendered for aloud, and not for a page. */
	public static function rendering(): bool {
		return self::$rendering;
	}

	/**
	 * Page builders and other plugins render a text on the site's pages, in REST and cron requests. In
	 * the admin's pages most of them do not.
	 */
	public static function can_render(): bool {
		return ! is_admin() || wp_doing_ajax();
	}

	public static function render( WP_Post $post ): string {
		$visitor = new Visitor();
		$level   = ob_get_level();
		ob_start(); // some filters print
		self::$rendering = true;
		add_filter( 'render_block', array( self::class, 'mark_block' ), 99, 2 );
		add_filter( 'do_shortcode_tag', array( self::class, 'mark_shortcode' ), 99, 2 );
		try {
			$visitor->reads( $post );
			return (string) apply_filters( 'the_content', $post->post_content );
		} finally {
			remove_filter( 'do_shortcode_tag', array( self::class, 'mark_shortcode' ), 99 );
			remove_filter( 'render_block', array( self::class, 'mark_block' ), 99 );
			self::$rendering = false;
			while ( ob_get_level() > $level ) {
				ob_end_clean();
			}
			$visitor->leaves();
		}
	}

	public static function mark_block( $html, $block ): string {
		$classes = preg_split( '/\s+/', (string) ( $block['attrs']['className'] ?? '' ) );
		$skipped = in_array( (string) ( $block['blockName'] ?? '' ), (array) apply_filters( 'aloud_skip_blocks', array() ), true );
		return $skipped || in_array( self::SKIP_CLASS, $classes, true ) ? self::aside( $html ) : (string) $html;
	}

	public static function mark_shortcode( $html, $tag ): string {
		$skipped = (array) apply_filters( 'aloud_skip_shortcodes', self::SKIP_SHORTCODES );
		return in_array( $tag, $skipped, true ) && '' !== trim( (string) $html ) ? self::aside( $html ) : (string) $html;
	}

	private static function aside( $html ): string {
		return '<aside class="' . self::SKIP_CLASS . '">' . $html . '</aside>';
	}
}
