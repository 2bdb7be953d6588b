<?php
namespace Aloud;

/** Settings → aloud. */
final class SettingsPage {

	private const PAGE = 'aloud';
	private const TEST = 'aloud_test';

	public static function register(): void {
		add_action( 'admin_menu', array( self::class, 'add' ) );
		add_action( 'admin_init', array( self::class, 'fields' ) );
		add_action( 'admin_post_' . self::TEST, array( self::class, 'test' ) );
	}

	public static function add(): void {
		add_options_page( 'aloud', 'aloud', 'manage_options', self::PAGE, array( self::class, 'show' ) );
	}

	public static function fields(): void {
		register_setting( self::PAGE, Settings::OPTION, array( 'sanitize_callback' => array( Settings::class, 'sanitize' ) ) );
		$sections = array(
			'hook'   => array(
				__( 'Send articles', 'aloud' ),
				array(
					'address' => array( 'url', __( 'Address of aloud', 'aloud' ), 'https://audio.example.com' ),
					'site'    => array( 'text', __( 'Name of the site in aloud.yaml', 'aloud' ), 'main' ),
					'secret'  => array( 'secret', __( 'Secret of hooks.articles', 'aloud' ), 'whsec_…' ),
					'types'   => array( 'types', __( 'Types of posts', 'aloud' ), '' ),
					'excerpt' => array( 'checkbox', __( 'Read the excerpt before the text', 'aloud' ), '' ),
				),
			),
			'player' => array(
				__( 'The player', 'aloud' ),
				array(
					'automatic' => array( 'checkbox', __( 'Show it before the text', 'aloud' ), '' ),
					'public'    => array( 'url', __( 'Address of the CDN, if one serves the audio', 'aloud' ), 'https://cdn.example.com' ),
				),
			),
			'api'    => array(
				__( 'For editors: the box beside the text', 'aloud' ),
				array(
					'api'   => array( 'url', __( 'Address of the API', 'aloud' ), 'http://127.0.0.1:8081' ),
					'token' => array( 'secret', __( 'Token of the role editor', 'aloud' ), 'aloud_…' ),
				),
			),
		);
		foreach ( $sections as $section => list( $title, $fields ) ) {
			add_settings_section( $section, $title, '__return_null', self::PAGE );
			foreach ( $fields as $key => list( $kind, $label, $example ) ) {
				$field = compact( 'key', 'kind', 'example' ) + ( 'types' === $kind ? array() : array( 'label_for' => "aloud-$key" ) );
				add_settings_field( "aloud-$key", $label, array( self::class, 'field' ), self::PAGE, $section, $field );
			}
		}
	}

	public static function field( array $field ): void {
		$value = Settings::get( $field['key'] );
		$name  = Settings::OPTION . '[' . $field['key'] . ']';
		switch ( $field['kind'] ) {
			case 'checkbox':
				printf( '<input type="checkbox" id="aloud-%s" name="%s" value="1" %s>', esc_attr( $field['key'] ), esc_attr( $name ), checked( $value, true, false ) );
				break;
			case 'types':
				foreach ( Settings::possible_types() as $type ) {
					printf( '<label><input type="checkbox" name="%s[]" value="%s" %s> %s</label><br>', esc_attr( $name ), esc_attr( $type ), checked( in_array( $type, (array) $value, true ), true, false ), esc_html( get_post_type_object( $type )->labels->name ) );
				}
				break;
			case 'secret': // never written into the page
				$hint = '' === $value ? $field['example'] : __( 'Saved. Leave it empty to keep it.', 'aloud' );
				printf( '<input type="password" autocomplete="off" class="regular-text" id="aloud-%s" name="%s" placeholder="%s">', esc_attr( $field['key'] ), esc_attr( $name ), esc_attr( $hint ) );
				break;
			default:
				printf( '<input type="%s" class="regular-text" id="aloud-%s" name="%s" value="%s" placeholder="%s">', esc_attr( $field['kind'] ), esc_attr( $field['key'] ), esc_attr( $name ), esc_attr( $value ), esc_attr( $field['example'] ) );
		}
	}

	public static function show(): void {
		if ( ! current_user_can( 'manage_options' ) ) {
			return;
		}
		echo '<div class="wrap"><h1>aloud</h1>';
		self::tell();
		echo '<form action="options.php" method="post">';
		settings_fields( self::PAGE );
		do_settings_sections( self::PAGE );
		submit_button();
		echo '</form>';
		printf( '<form action="%s" method="post"><input type="hidden" name="action" value="%s">', esc_url( admin_url( 'admin-post.php' ) ), esc_attr( self::TEST ) );
		wp_nonce_field( self::TEST );
		submit_button( __( 'Test the connection', 'aloud' ), 'secondary', 'aloud-test' );
		echo '</form></div>';
	}

	/** Tests what is saved. */
	public static function test(): void {
		check_admin_referer( self::TEST );
		if ( ! current_user_can( 'manage_options' ) ) {
			wp_die( '', '', 403 );
		}
		set_transient( 'aloud_tested_' . get_current_user_id(), Connection::problems(), MINUTE_IN_SECONDS );
		wp_safe_redirect( admin_url( 'options-general.php?page=' . self::PAGE ) );
		exit;
	}

	/** What the last test found, once. */
	private static function tell(): void {
		$key      = 'aloud_tested_' . get_current_user_id();
		$problems = get_transient( $key );
		if ( ! is_array( $problems ) ) {
			return;
		}
		delete_transient( $key );
		$text = $problems ? implode( ' ', $problems ) : __( 'The connection works.', 'aloud' );
		printf( '<div class="notice notice-%s" id="aloud-tested"><p>%s</p></div>', $problems ? 'error' : 'success', esc_html( $text ) );
	}
}
