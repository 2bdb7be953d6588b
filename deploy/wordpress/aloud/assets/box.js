// The box in the editor: it asks this site's own REST API, which asks aloud.
( function ( { apiFetch, data }, { path, texts } ) {
	const box = document.getElementById( 'aloud-box' );

	function make( tag, props = {}, ...children ) {
		const element = Object.assign( document.createElement( tag ), props );
		element.append( ...children );
		return element;
	}

	const ask = ( below, body ) => apiFetch( body ? { path: path + below, method: 'POST', data: body } : { path: path + below } );
	const say = ( ...content ) => detail.replaceChildren( ...content );
	const failed = ( error ) => say( make( 'em', {}, error.message || String( error ) ) );

	const state = make( 'div', { className: 'aloud-state' } );
	const detail = make( 'div', { className: 'aloud-detail' } );
	const voice = make( 'input', { type: 'text', className: 'widefat', id: 'aloud-voice' } );
	const exclude = make( 'input', { type: 'checkbox', id: 'aloud-exclude' } );

	function show( now ) {
		state.replaceChildren( make( 'p', {}, now.sent ), make( 'p', {}, now.text ) );
		if ( now.audio ) {
			state.append( make( 'audio', { controls: true, preload: 'none', src: now.audio, ariaLabel: texts.listen, style: 'width:100%' } ) );
		}
		voice.value = now.voice;
		exclude.checked = now.excluded;
	}

	/** A button that does something while it is disabled. */
	function button( name, act ) {
		const element = make( 'button', { type: 'button', className: 'button aloud-' + name, textContent: texts[ name ] } );
		element.addEventListener( 'click', () => {
			element.disabled = true;
			act().catch( failed ).finally( () => { element.disabled = false; } );
		} );
		return element;
	}

	const fill = ( template, ...values ) => template.replace( /\{(\d)\}/g, ( _, n ) => values[ n - 1 ] ?? '' );

	async function preview() {
		const { texts: read } = await ask( '/preview' );
		say( ...( read.length ? read.map( ( text ) => make( 'p', {}, text ) ) : [ texts.nothing ] ) );
	}

	async function cost() {
		const price = await ask( '/cost' );
		say( price.problem || fill( texts.price, price.characters, price.to_buy, price.price, price.voice ) );
	}

	const change = ( below, body ) => ask( below, body ).then( ( now ) => { say(); show( now ); } );
	const refresh = () => ask( '' ).then( show ).catch( failed );

	exclude.addEventListener( 'change', () => change( '/exclude', { exclude: exclude.checked } ).catch( failed ) );
	box.replaceChildren(
		state,
		make( 'p', {}, button( 'preview', preview ), ' ', button( 'cost', cost ) ),
		make( 'p', {}, make( 'label', { htmlFor: 'aloud-voice' }, texts.voice ), voice ),
		make( 'p', {}, button( 'render', () => change( '/render', { voice: voice.value } ) ), ' ', button( 'send', () => change( '/send', {} ) ) ),
		make( 'p', {}, exclude, make( 'label', { htmlFor: 'aloud-exclude' }, texts.exclude ) ),
		detail
	);
	refresh();

	// The block editor saves without loading the page again.
	const editor = data && data.select( 'core/editor' );
	if ( editor ) {
		let saving = false;
		data.subscribe( () => {
			const now = editor.isSavingPost() && ! editor.isAutosavingPost();
			if ( saving && ! now ) {
				refresh();
			}
			saving = now;
		} );
	}
}( window.wp, window.aloudBox ) );
