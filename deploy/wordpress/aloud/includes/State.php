<?php
namespace Aloud;

/** How an article stands, for editors: in this site's outbox, and in aloud. */
final class State {

	/** @return array What the box shows. Nothing in it is secret. */
	public static function of( Article $article ): array {
		$state = array(
			'excluded' => Article::excluded( $article->post->ID ),
			'public'   => $article->is_public(),
			'sent'     => self::outbox( $article ),
			'text'     => '',
			'audio'    => null,
			'voice'    => '',
		);
		$answer = Settings::has_api() ? Api::article( $article->id() ) : null;
		if ( $answer && $answer->ok() ) {
			return array_merge( $state, self::in_aloud( $article, $answer->body ) );
		}
		if ( $answer && 404 !== $answer->status ) {
			$state['text'] = $answer->error;
			return $state;
		}
		$narration = Narration::fetch( $article );
		if ( $narration ) {
			$state['audio'] = $narration['audio'];
			$state['text']  = self::names()['published'];
		}
		return $state;
	}

	private static function in_aloud( Article $article, array $body ): array {
		$name      = (string) ( $body['state'] ?? '' );
		$text      = self::names()[ $name ] ?? $name;
		$text     .= ! empty( $body['due'] ) ? ' ' . __( 'Work on it is under way.', 'aloud' ) : '';
		$text     .= 'published' !== $name && ! empty( $body['reason'] ) ? ' ' . $body['reason'] : '';
		$narration = $body['narration'] ?? null;
		return array(
			'text'  => $text,
			'audio' => empty( $narration['audio'][0]['url'] ) ? null : Narration::needed( $narration, Narration::address( $article ) )['audio'],
			'voice' => (string) ( $body['orders']['voice'] ?? '' ),
		);
	}

	/** @param ?array $body What aloud says of the article; null if it says nothing. */
	public static function in_list( Article $article, ?array $body ): string {
		$sent = '' === Outbox::due( $article->post->ID ) && ! Outbox::failure( $article->post->ID );
		return $sent && $body && $article->is_public() ? self::in_aloud( $article, $body )['text'] : self::outbox( $article );
	}

	/** What this site still has to tell aloud. */
	public static function outbox( Article $article ): string {
		$id      = $article->post->ID;
		$failure = Outbox::failure( $id );
		if ( $failure ) {
			/* translators: %s: why it failed */
			return sprintf( __( 'Could not be sent: %s', 'aloud' ), $failure['error'] );
		}
		if ( '' !== Outbox::due( $id ) ) {
			return __( 'Waits to be sent.', 'aloud' );
		}
		if ( ! $article->is_public() ) {
			return self::withheld( $article );
		}
		return Outbox::sent( $id ) ? __( 'Sent.', 'aloud' ) : __( 'Not sent yet.', 'aloud' );
	}

	public static function withheld( Article $article ): string {
		$texts = array(
			'type'     => __( 'No audio: this type of post is not chosen in the settings.', 'aloud' ),
			'excluded' => __( 'No audio: excluded by an editor.', 'aloud' ),
			'password' => __( 'No audio: protected by a password.', 'aloud' ),
			'status'   => __( 'No audio: not published for everybody.', 'aloud' ),
			'filter'   => __( 'No audio: the site\'s own rules leave it out.', 'aloud' ),
		);
		return $texts[ $article->withheld() ] ?? '';
	}

	/** @return array<string,string> aloud's states. */
	private static function names(): array {
		return array(
			'accepted'        => __( 'The audio is being made.', 'aloud' ),
			'published'       => __( 'The audio is public.', 'aloud' ),
			'removed'         => __( 'There is no audio: it was removed.', 'aloud' ),
			'nothing_to_read' => __( 'There is no audio: nothing is to be read.', 'aloud' ),
			'failed'          => __( 'The audio could not be made.', 'aloud' ),
			'parked'          => __( 'The audio waits for the budget.', 'aloud' ),
			'damaged'         => __( 'aloud cannot read what it stored of this article: send it again.', 'aloud' ),
		);
	}
}
