<?php
namespace Aloud;

/** What WordPress's own cron does: send what waits, and compare once an hour. */
final class Cron {

	private const SEND    = 'aloud_send';
	private const COMPARE = 'aloud_compare';

	public static function register(): void {
		add_action( self::SEND, array( self::class, 'send' ) );
		add_action( self::COMPARE, array( self::class, 'compare' ) );
		add_action( 'init', array( self::class, 'schedule' ) );
	}

	public static function schedule(): void {
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

	public static function compare(): void {
		if ( Settings::complete() ) {
			Comparison::run();
			self::send();
		}
	}

	public static function clear(): void {
		wp_clear_scheduled_hook( self::SEND );
		wp_clear_scheduled_hook( self::COMPARE );
	}
}
