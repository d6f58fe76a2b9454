package uk.nhs.hee.tis.gmc.testkit.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Cloudflare's error bodies for programs: JSON after RFC 9457, and markdown with front matter. */
final class StructuredError {
  private static final String TYPES = "https://developers.cloudflare.com/support/errors/";

  private StructuredError() {}

  static String json(CloudflareError error, EdgePass pass) {
    return members(error, pass).entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + value(member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  static String markdown(CloudflareError error, EdgePass pass) {
    String frontMatter =
        members(error, pass).entrySet().stream()
            .map(member -> member.getKey() + ": " + value(member.getValue()))
            .collect(Collectors.joining("\n"));
    return "---\n"
        + frontMatter
        + "\n---\n\n# Error "
        + error.code
        + ": "
        + error.title
        + "\n\n"
        + error.detail
        + "\n\n## What you should do\n\n"
        + error.advice
        + "\n";
  }

  private static Map<String, Object> members(CloudflareError error, EdgePass pass) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", TYPES + "error-" + error.code + "/");
    members.put("title", "Error " + error.code + ": " + error.title);
    members.put("status", error.status);
    members.put("detail", error.detail);
    members.put("instance", pass.rayId());
    members.put("error_code", error.code);
    members.put("error_name", error.name);
    members.put("error_category", error.category);
    members.put("ray_id", pass.rayId());
    members.put("timestamp", EdgePass.timestamp());
    members.put("zone", EdgePass.ZONE);
    members.put("cloudflare_error", true);
    members.put("retryable", error.retryable);
    if (error.retryAfter != null) {
      members.put("retry_after", error.retryAfter.toSeconds());
    }
    members.put("owner_action_required", !error.retryable);
    members.put("what_you_should_do", error.advice);
    return members;
  }

  /** Numbers and booleans as they are; texts in quotes, which suits JSON and YAML alike. */
  private static String value(Object value) {
    return value instanceof String ? quoted((String) value) : value.toString();
  }

  /** Our own texts contain neither quotes nor anything else that needs escaping. */
  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
