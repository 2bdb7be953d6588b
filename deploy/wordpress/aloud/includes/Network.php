<?php
namespace Aloud;

/**
 * Sites of a network that nobody may read any more: archived, marked as spam, or deleted. WordPress runs no cron on
 * such a site, so that of the network's main site withdraws its articles.
 */
final class Network {

	private const WITHDRAW = 'aloud_withdraw_site';

	/** Posts that are sent at once. */
	private const BATCH = 100;

	/** @var int The site that is being deleted; 0: none is. */
	private static $leaving = 0;

	public static function register(): void {
		if ( ! is_multisite() ) {
			return;
		}
		foreach ( array( 'archive_blog', 'make_spam_blog', 'make_delete_blog' ) as $action ) {
			add_action( $action, array( self::class, 'closed' ), 99 );
		}
		foreach ( array( 'unarchive_blog', 'make_ham_blog', 'make_undelete_blog' ) as $action ) {
			add_action( $action, array( self::class, 'opened' ), 99 );
		}
		add_action( 'wp_validate_site_deletion', array( self::class, 'may_delete' ), 99, 2 );
		add_action( self::WITHDRAW, array( self::class, 'withdraw' ) );
		add_action( Cron::COMPARE, array( self::class, 'withdraw_all' ) );
	}

	/** Whether nobody may read the current site. */
	public static function is_closed(): bool {
		$site = is_multisite() ? get_site() : null;
		return $site && ( self::$leaving === (int) $site->blog_id || $site->archived || $site->spam || $site->deleted );
	}

	/** @param int|string $site_id */
	public static function closed( $site_id ): void {
		self::within(
			(int) $site_id,
			static function () use ( $site_id ): void {
				self::send_removals( 2 ) || self::withdraw_later( (int) $site_id );
			}
		);
	}

	/** What the main site's cron does, again each minute until aloud knows all of it. */
	public static function withdraw( $site_id ): void {
		self::within(
			(int) $site_id,
			static function () use ( $site_id ): void {
				self::is_closed() && ! self::send_removals( 20 ) && self::withdraw_later( (int) $site_id );
			}
		);
	}

	/** What the hourly comparison of the main site does: WordPress may have lost the event of a closed site. */
	public static function withdraw_all(): void {
		if ( ! is_main_site() ) {
			return;
		}
		foreach ( array( 'archived', 'spam', 'deleted' ) as $state ) {
			$closed = get_sites(
				array(
					'fields' => 'ids',
					'number' => 0,
					$state   => 1,
				)
			);
			array_map( array( self::class, 'withdraw' ), $closed );
		}
	}

	/** @param int|string $site_id */
	public static function opened( $site_id ): void {
		self::within(
			(int) $site_id,
			static function (): void {
				if ( ! self::is_closed() ) {
					array_map( array( Outbox::class, 'mark' ), Outbox::sent_as( 'removed' ) );
					Cron::plan( new Delivery( 0 ) );
				}
			}
		);
	}

	/** The outbox goes with the site's tables, so aloud has to know of each article before. */
	public static function may_delete( \WP_Error $errors, \WP_Site $site ): void {
		self::$leaving = (int) $site->blog_id;
		self::within(
			self::$leaving,
			static function () use ( $errors ): void {
				if ( ! self::send_removals( 20 ) ) {
					$errors->add( 'aloud', __( 'The site has audio that aloud could not remove yet. Try again, and see Tools → Site Health if it fails again.', 'aloud' ) );
				}
			}
		);
		self::$leaving = 0;
	}

	/** @return bool Whether nothing of the current site is left to remove. */
	private static function send_removals( float $seconds ): bool {
		$delivery = new Delivery( $seconds );
		do {
			$ids  = Outbox::sent_as( 'published', self::BATCH );
			$done = $ids ? $delivery->send( $ids ) : 0;
		} while ( $done && $delivery->has_time() );
		return array() === Outbox::sent_as( 'published', 1 );
	}

	private static function withdraw_later( int $site_id ): void {
		self::on(
			(int) get_main_site_id(),
			static function () use ( $site_id ): void {
				wp_schedule_single_event( time() + MINUTE_IN_SECONDS, self::WITHDRAW, array( $site_id ) );
			}
		);
	}

	/** Does something on a site that sends its articles. */
	private static function within( int $site_id, callable $act ): void {
		self::on(
			$site_id,
			static function () use ( $act ): void {
				Settings::complete() && $act();
			}
		);
	}

	private static function on( int $site_id, callable $act ): void {
		switch_to_blog( $site_id );
		try {
			$act();
		} finally {
			restore_current_blog();
		}
	}
}
