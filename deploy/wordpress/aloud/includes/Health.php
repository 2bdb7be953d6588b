<?php
namespace Aloud;

/** Two tests in Tools → Site Health. */
final class Health {

	public static function register(): void {
		add_filter( 'site_status_tests', array( self::class, 'add' ) );
		add_action( 'rest_api_init', array( self::class, 'route' ) );
	}

	public static function add( array $tests ): array {
		$tests['direct']['aloud_outbox'] = array(
			'label' => __( 'Articles are sent to aloud', 'aloud' ),
			'test'  => array( self::class, 'outbox' ),
		);
		$tests['async']['aloud_connection'] = array(
			'label'             => __( 'aloud answers', 'aloud' ),
			'test'              => rest_url( Rest::SPACE . '/health' ),
			'has_rest'          => true,
			'async_direct_test' => array( self::class, 'connection' ),
		);
		return $tests;
	}

	public static function route(): void {
		register_rest_route(
			Rest::SPACE,
			'/health',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'connection' ),
				'permission_callback' => static function (): bool {
					return current_user_can( 'view_site_health_checks' );
				},
			)
		);
	}

	public static function outbox(): array {
		$counts = Outbox::counts();
		/* translators: 1: number of articles that wait, 2: of those, how many failed */
		$text = sprintf( __( '%1$d articles wait to be sent; %2$d of them failed and are tried again.', 'aloud' ), $counts['due'], $counts['failed'] );
		return self::result( 'aloud_outbox', 0 === $counts['failed'], __( 'Articles are sent to aloud', 'aloud' ), __( 'Articles could not be sent to aloud', 'aloud' ), $text );
	}

	public static function connection(): array {
		$problems = Connection::problems();
		return self::result( 'aloud_connection', ! $problems, __( 'aloud answers', 'aloud' ), __( 'aloud cannot be reached', 'aloud' ), implode( ' ', $problems ) );
	}

	private static function result( string $test, bool $good, string $well, string $ill, string $text ): array {
		return array(
			'label'       => $good ? $well : $ill,
			'status'      => $good ? 'good' : 'critical',
			'badge'       => array(
				'label' => 'aloud',
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html( $text ) . '</p>',
			'actions'     => '',
			'test'        => $test,
		);
	}
}
