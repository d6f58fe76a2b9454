package uk.nhs.hee.tis.gmc.testkit.pages;

import java.util.Map;
import uk.nhs.hee.tis.gmc.testkit.internal.PageTemplate;

/** A block in the words of the site's owner: nothing in the body names Cloudflare. */
final class CustomBlock {
  private CustomBlock() {}

  static CannedAnswer as(CloudflarePage.Shape shape, int status, EdgePass pass) {
    switch (shape) {
      case TEXT:
        return answer(status, pass, "text/plain")
            .body("Request stopped. Reference: " + pass.rayId())
            .build();
      case JSON:
        return answer(status, pass, "application/json")
            .body(
                "{\"result\":\"request stopped\",\"reference\":\""
                    + pass.rayId()
                    + "\",\"client_ip\":\""
                    + pass.address()
                    + "\"}")
            .build();
      case XML:
        return answer(status, pass, "application/xml")
            .body(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><stopped><reference>"
                    + pass.rayId()
                    + "</reference></stopped>")
            .build();
      default:
        return answer(status, pass, "text/html; charset=utf-8")
            .body(
                PageTemplate.named("custom-block.html")
                    .filledWith(
                        Map.of(
                            "ray", pass.rayId(),
                            "address", pass.address(),
                            "time", EdgePass.timeOnPage())))
            .build();
    }
  }

  private static CannedAnswer.Builder answer(int status, EdgePass pass, String contentType) {
    return CannedAnswer.builder()
        .status(status)
        .header("Date", EdgePass.dateHeader())
        .header("Content-Type", contentType)
        .header("Cache-Control", "private, no-store")
        .header("Server", "cloudflare")
        .header("CF-RAY", pass.cfRay());
  }
}
