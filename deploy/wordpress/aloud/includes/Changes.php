<?php
namespace Aloud;

use WP_Post;

/** Notices that a post changed, marks it, and has it sent when the request is over. */
final class Changes {

	public static function register(): void {
		add_action( 'wp_after_insert_post', array( self::class, 'inserted' ), 99, 4 );
		add_action( 'before_delete_post', array( self::class, 'deleted' ), 99, 2 );
		add_action( 'set_object_terms', array( self::class, 'terms_set' ), 99, 6 );
		add_action( 'deleted_term_relationships', array( self::class, 'changed' ), 99 );
		add_action( 'acf/save_post', array( self::class, 'changed' ), 99 );
		add_action( 'shutdown', array( self::class, 'send' ), 99 );
		add_filter( 'wxr_export_skip_postmeta', array( self::class, 'not_exported' ), 10, 2 );
	}

	/** Every save: publish, edit, password, private, schedule, trash, restore, quick and bulk edit. */
	public static function inserted( int $post_id, WP_Post $post, bool $update, ?WP_Post $before ): void {
		if ( self::was_public( $before ) ) {
			Article::of( $post ) && Outbox::mark( $post_id );
			return;
		}
		self::changed( $post_id );
	}

	/** Without the meta of the post, which is the same before and after. */
	private static function was_public( ?WP_Post $before ): bool {
		return $before && 'publish' === $before->post_status && in_array( $before->post_type, (array) Settings::get( 'types' ), true );
	}

	/** Marks a post that everybody may hear, or that aloud knows. ACF also passes other things than posts. */
	public static function changed( $post_id ): void {
		$article = is_numeric( $post_id ) ? Article::of( (int) $post_id ) : null;
		if ( $article && ( $article->is_public() || Outbox::knows( $article->post->ID ) ) ) {
			Outbox::mark( $article->post->ID );
		}
	}

	/** Tags that are set without a save. Objects of other taxonomies are no posts. */
	public static function terms_set( $object_id, $terms, $tt_ids, $taxonomy, $append = false, $old_tt_ids = array() ): void {
		$tt_ids = array_map( 'intval', (array) $tt_ids );
		$old    = array_map( 'intval', (array) $old_tt_ids );
		$same   = ! array_diff( $tt_ids, $old ) && ( $append || ! array_diff( $old, $tt_ids ) );
		$type   = get_post_type( $object_id );
		if ( ! $same && $type && is_object_in_taxonomy( $type, $taxonomy ) ) {
			self::changed( $object_id );
		}
	}

	public static function deleted( int $post_id, WP_Post $post ): void {
		$article = Article::of( $post );
		if ( $article && ( self::was_public( $post ) || Outbox::knows( $post_id ) ) ) {
			Deletions::add( $post_id );
		}
	}

	/** The editor does not wait for aloud where PHP can answer first; elsewhere for two seconds at most. */
	public static function send(): void {
		if ( ! Settings::complete() || ( ! Outbox::marked() && ! did_action( 'before_delete_post' ) ) ) {
			return;
		}
		foreach ( array( 'fastcgi_finish_request', 'litespeed_finish_request' ) as $finish ) {
			if ( function_exists( $finish ) ) {
				$finish();
			}
		}
		$delivery = new Delivery( 2 );
		$delivery->send( Outbox::marked() );
		Cron::plan( $delivery );
	}

	public static function not_exported( $skip, $key ): bool {
		return $skip || in_array( $key, Outbox::META, true );
	}
}
