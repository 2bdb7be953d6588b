// The block as editors see it: a place, as the audio is made after the article is published.
( function ( { blocks, blockEditor, element } ) {
	blocks.registerBlockType( 'aloud/player', {
		edit: () => element.createElement(
			'p',
			Object.assign( blockEditor.useBlockProps(), { style: { border: '1px dashed', padding: '1em' } } ),
			window.aloudBlock.text
		),
		save: () => null,
	} );
}( window.wp ) );
