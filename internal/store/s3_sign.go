package store

import (
	"context"
	"net/http"

	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

const acceptEncoding = "Accept-Encoding"

// signWithoutEncoding leaves Accept-Encoding out of the signature, which need not have it. Google
// Cloud Storage's front end and some proxies change that header, and a signed one no longer matches
// (aws-sdk-go-v2 issue 1816).
func signWithoutEncoding(stack *middleware.Stack) error {
	var kept keptHeader
	if err := stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("HideAcceptEncoding", kept.hide), "Signing", middleware.Before); err != nil {
		return err
	}
	return stack.Finalize.Insert(middleware.FinalizeMiddlewareFunc("ShowAcceptEncoding", kept.show), "Signing", middleware.After)
}

// keptHeader carries the header past the signing in the request's context.
type keptHeader struct{}

func (k keptHeader) hide(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
	if header := headerOf(in); header != nil {
		ctx = context.WithValue(ctx, k, header.Get(acceptEncoding))
		header.Del(acceptEncoding)
	}
	return next.HandleFinalize(ctx, in)
}

func (k keptHeader) show(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
	if value, _ := ctx.Value(k).(string); value != "" {
		headerOf(in).Set(acceptEncoding, value)
	}
	return next.HandleFinalize(ctx, in)
}

func headerOf(in middleware.FinalizeInput) http.Header {
	if r, ok := in.Request.(*smithyhttp.Request); ok {
		return r.Header
	}
	return nil
}
