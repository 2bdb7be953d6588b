package cors

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Host is a kind of storage or CDN that serves the public files.
type Host struct {
	Name     string // of the flag --for
	Title    string
	how      string // what to do with the document; %s is the bucket
	document func(origins []string) any
}

// Hosts are all that aloud can write the rule for.
var Hosts = []Host{
	{"s3", "Amazon S3, and storage with its API", "Save it as cors.json, then: aws s3api put-bucket-cors --bucket %s --cors-configuration file://cors.json\n" +
		"It replaces the bucket's rules; `aloud cors --apply` keeps the others.", s3Document},
	{"r2", "Cloudflare R2", "Save it as cors.json, then: npx wrangler r2 bucket cors set %s --file cors.json\nOr: aloud cors --apply", r2Document},
	{"gcs", "Google Cloud Storage", "Save it as cors.json, then: gcloud storage buckets update gs://%s --cors-file=cors.json", gcsDocument},
	{"minio", "MinIO", "Its community edition has one rule for all buckets. Run this, and restart it. AIStor also takes aloud cors --apply.", minioDocument},
	{"cloudfront", "Amazon CloudFront", "Save it as cors.json, then: aws cloudfront create-response-headers-policy --response-headers-policy-config file://cors.json\n" +
		"Choose the policy in the behaviour that serves the audio.", cloudFrontDocument},
	{"cloudflare", "Cloudflare in front of another host", "A response header transform rule, as the Rulesets API takes it (phase http_response_headers_transform). " +
		"In the dashboard: Rules, Response Header Transform Rules.", cloudflareDocument},
}

// Instructions says what to do with the document. Without the name of a bucket, BUCKET stands for
// it.
func (h Host) Instructions(bucket string) string {
	if bucket == "" {
		bucket = "BUCKET"
	}
	return strings.ReplaceAll(h.how, "%s", bucket)
}

// Document returns the rule for pages of some origins, as the host wants it written.
func (h Host) Document(origins []string) string {
	document := h.document(origins)
	if line, isText := document.(string); isText {
		return line
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(document); err != nil {
		panic("cors: " + err.Error()) // maps and strings
	}
	return strings.TrimSuffix(b.String(), "\n")
}

type object map[string]any

func s3Document(origins []string) any {
	return object{"CORSRules": []object{{
		"ID": ID, "AllowedOrigins": origins, "AllowedMethods": Methods, "AllowedHeaders": RequestHeaders, "ExposeHeaders": ExposedHeaders, "MaxAgeSeconds": MaxAge,
	}}}
}

func r2Document(origins []string) any {
	return object{"rules": []object{{
		"id": ID, "allowed": object{"origins": origins, "methods": Methods, "headers": RequestHeaders}, "exposeHeaders": ExposedHeaders, "maxAgeSeconds": MaxAge,
	}}}
}

// gcsDocument has one list of headers: those that a request may have, and those that a page may
// see.
func gcsDocument(origins []string) any {
	return []object{{
		"origin": origins, "method": Methods, "responseHeader": slices.Concat(RequestHeaders, ExposedHeaders), "maxAgeSeconds": MaxAge,
	}}
}

func minioDocument(origins []string) any {
	return fmt.Sprintf("mc admin config set ALIAS api cors_allow_origin=%q", strings.Join(origins, ","))
}

func cloudFrontDocument(origins []string) any {
	list := func(items []string) object { return object{"Quantity": len(items), "Items": items} }
	return object{"Name": ID, "CorsConfig": object{
		"AccessControlAllowOrigins": list(origins), "AccessControlAllowMethods": list(Methods), "AccessControlAllowHeaders": list(RequestHeaders),
		"AccessControlExposeHeaders": list(ExposedHeaders), "AccessControlAllowCredentials": false, "AccessControlMaxAgeSec": MaxAge, "OriginOverride": true,
	}}
}

func cloudflareDocument(origins []string) any {
	set := func(value string) object { return object{"operation": "set", "value": value} }
	return object{
		"description": "aloud: pages of the publication may read its audio",
		"expression":  fmt.Sprintf(`any(http.request.headers["origin"][*] in {"%s"})`, strings.Join(origins, `" "`)),
		"action":      "rewrite",
		"action_parameters": object{"headers": object{
			"Access-Control-Allow-Origin":   object{"operation": "set", "expression": `http.request.headers["origin"][0]`},
			"Access-Control-Expose-Headers": set(strings.Join(ExposedHeaders, ", ")),
			"Access-Control-Allow-Methods":  set(strings.Join(Methods, ", ")),
			"Access-Control-Allow-Headers":  set(strings.Join(RequestHeaders, ", ")),
			"Vary":                          set("Origin"),
		}},
	}
}
