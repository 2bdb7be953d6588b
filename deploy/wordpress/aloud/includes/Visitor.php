<?php
namespace Aloud;

use WP_Post;

/**
 * Puts a visitor without account and cookies, who reads in the site's language, in the place of
 * whoever saves a post: so plugins for members render what the public may read. leaves() brings everything back.
 */
final class Visitor {

	/** @var int */
	private $user;

	/** @var array */
	private $cookies;

	/** @var WP_Post|null */
	private $post;

	/** @var bool Whether the language was another. */
	private $switched = false;

	public function __construct() {
		$this->user    = get_current_user_id();
		$this->cookies = $_COOKIE;
		$this->post    = $GLOBALS['post'] ?? null;
	}

	public function reads( WP_Post $post ): void {
		$_COOKIE = array();
		wp_set_current_user( 0 );
		$GLOBALS['post'] = $post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
		setup_postdata( $post );
		$this->switched = switch_to_locale( get_locale() ); // the site's language, not the editor's
	}

	public function leaves(): void {
		$this->switched && restore_previous_locale();
		$_COOKIE = $this->cookies;
		wp_set_current_user( $this->user );
		$GLOBALS['post'] = $this->post; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
		if ( $this->post instanceof WP_Post ) {
			setup_postdata( $this->post );
		}
	}
}
