<?php
namespace Aloud;

/** What WordPress's own cron does: send what waits, and compare once an hour. */
final class Cron {

	private const SEND    = 'aloud_send';    // once, when the next post is to be sent
	private const SWEEP   = 'aloud_sweep';   // every minute
	public const COMPARE  = 'aloud_compare'; // every hour

	public static function register(): void {
		add_filter( 'cron_schedules', array( self::class, 'add_minute' ) );
		add_action( self::SEND, array( self::class, 'send' ) );
		add_action( self::SWEEP, array( self::class, 'sweep' ) );
		add_action( self::COMPARE, array( self::class, 'compare' ) );
		add_action( 'init', array( self::class, 'schedule' ) );
	}

	public static function add_minute( array $schedules ): array {
		$schedules['aloud_minute'] = array(
			'interval' => MINUTE_IN_SECONDS,
			'display'  => 'aloud: every minute',
		);
		return $schedules;
	}

	public static function schedule(): void {
		if ( ! wp_next_scheduled( self::SWEEP ) ) {
			wp_schedule_event( time() + MINUTE_IN_SECONDS, 'aloud_minute', self::SWEEP );
		}
		if ( ! wp_next_scheduled( self::COMPARE ) ) {
			wp_schedule_event( time() + HOUR_IN_SECONDS, 'hourly', self::COMPARE );
		}
	}

	/** Has cron send what waits when its time comes; at once if it has come, unless aloud did not answer. */
	public static function plan( Delivery $last ): void {
		$next = Outbox::next();
		$next = Deletions::all() ? min( $next ?: PHP_INT_MAX, time() + 60 ) : $next;
		$next = $next && $last->is_down() ? max( $next, time() + 30 ) : $next;
		$set  = wp_next_scheduled( self::SEND );
		if ( ! $next || PHP_INT_MAX === $next || ( $set && $set <= $next ) ) {
			return;
		}
		if ( $set ) { // WordPress refuses a second event near the first
			wp_unschedule_event( $set, self::SEND );
		}
		wp_schedule_single_event( $next, self::SEND );
		if ( $next <= time() && ! wp_doing_cron() ) {
			spawn_cron();
		}
	}

	public static function send(): void {
		if ( ! Settings::complete() ) {
			return;
		}
		$delivery = new Delivery( 20 );
		do {
			$ready = Outbox::ready( 20 );
			$delivery->send( $ready );
		} while ( 20 === count( $ready ) && $delivery->has_time() );
		self::plan( $delivery );
	}

	/** WordPress keeps all events in one option, so two requests at once may lose the one that plan() added. */
	public static function sweep(): void {
		$next = Outbox::next();
		if ( ( $next && $next <= time() ) || Deletions::all() ) {
			self::send();
		}
	}

	public static function compare(): void {
		if ( Settings::complete() ) {
			Comparison::run();
			self::send();
		}
	}

	public static function clear(): void {
		wp_clear_scheduled_hook( self::SEND );
		wp_clear_scheduled_hook( self::SWEEP );
		wp_clear_scheduled_hook( self::COMPARE );
	}
}
