<?php
namespace Aloud;

use WP_CLI;

/** Sends posts to aloud, and says how they stand. */
final class Command {

	/** Posts of one page of a backfill. */
	private const PAGE = 50;

	/**
	 * Sends the articles that are published already. aloud narrates them after the news.
	 *
	 * ## OPTIONS
	 *
	 * [--since=<date>]
	 * : Only posts published on that day or later, such as 2026-01-01.
	 *
	 * [--until=<date>]
	 * : Only posts published before that day.
	 *
	 * [--limit=<number>]
	 * : At most so many posts, the newest first.
	 *
	 * [--dry-run]
	 * : Only say how many posts would be sent.
	 *
	 * ## EXAMPLES
	 *
	 *     wp aloud backfill --since=2026-01-01 --dry-run
	 */
	public function backfill( array $args, array $options ): void {
		$limit = (int) ( $options['limit'] ?? PHP_INT_MAX );
		$sent  = 0;
		$seen  = 0;
		$page  = 1;
		do {
			$ids   = array_slice( self::page( $page++, $options ), 0, $limit - $seen );
			$seen += count( $ids );
			if ( $ids && empty( $options['dry-run'] ) ) {
				$sent += self::send( $ids );
				WP_CLI::log( "$sent of $seen articles sent" );
			}
		} while ( $ids && $seen < $limit );
		WP_CLI::success( empty( $options['dry-run'] ) ? "$sent of $seen articles sent; what failed is tried again." : "$seen articles would be sent." );
	}

	/**
	 * Says what waits to be sent, or how one post stands.
	 *
	 * ## OPTIONS
	 *
	 * [<id>]
	 * : The post.
	 *
	 * ## EXAMPLES
	 *
	 *     wp aloud status 42
	 */
	public function status( array $args ): void {
		if ( ! $args ) {
			$counts = Outbox::counts();
			WP_CLI::log( "{$counts['due']} wait to be sent, {$counts['failed']} of them failed" );
			foreach ( Connection::problems() as $problem ) {
				WP_CLI::warning( $problem );
			}
			return;
		}
		$article = Article::of( (int) $args[0] );
		if ( ! $article ) {
			WP_CLI::error( "post {$args[0]} does not exist" );
		}
		$state = State::of( $article );
		WP_CLI::log( trim( "{$article->id()}: {$state['sent']} {$state['text']} {$state['audio']}" ) );
	}

	/**
	 * Has aloud make the audio of posts again.
	 *
	 * ## OPTIONS
	 *
	 * <id>...
	 * : The posts.
	 *
	 * [--voice=<voice>]
	 * : provider:name, or site for the site's own voice.
	 *
	 * ## EXAMPLES
	 *
	 *     wp aloud render 42 43 --voice=site
	 */
	public function render( array $args, array $options ): void {
		$ids    = array_map( array( Article::class, 'id_of' ), array_map( 'intval', $args ) );
		$answer = Api::render( $ids, (string) ( $options['voice'] ?? '' ) );
		$answer->ok() ? WP_CLI::success( count( $ids ) . ' articles' ) : WP_CLI::error( $answer->error );
	}

	/** @return int[] */
	private static function page( int $page, array $options ): array {
		return get_posts(
			array(
				'fields'         => 'ids',
				'post_type'      => Settings::get( 'types' ) ?: array( 'none' ),
				'post_status'    => 'publish',
				'has_password'   => false,
				'posts_per_page' => self::PAGE,
				'paged'          => $page,
				'orderby'        => array(
					'date' => 'DESC',
					'ID'   => 'DESC',
				),
				'date_query'     => array_filter(
					array(
						'after'     => $options['since'] ?? '',
						'before'    => $options['until'] ?? '',
						'inclusive' => true,
					)
				),
			)
		);
	}

	/** @param int[] $ids */
	private static function send( array $ids ): int {
		array_map( array( Outbox::class, 'mark' ), $ids );
		return ( new Delivery( HOUR_IN_SECONDS ) )->send( $ids );
	}
}
