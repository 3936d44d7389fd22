package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import rapport.runtime.identity.Role;
import tools.jackson.databind.JsonNode;

class PortraitIT extends ConversationServiceSetting {

  @Test
  void an_uploaded_portrait_is_shown_and_stands_in_the_profile() throws IOException {
    var id = start();
    var url =
        json(upload(id, picture("png", 900, 600)).expectStatus().isCreated()).get("url").asString();
    assertThat(conversation(id).at("/values/profile_image_url").asString()).isEqualTo(url);
    var shown = client.get().uri(url).exchange().expectStatus().isOk().expectBody().returnResult();
    var body = shown.getResponseBody();
    assertThat(body).isNotNull();
    var picture = ImageIO.read(new ByteArrayInputStream(body == null ? new byte[0] : body));
    assertThat(picture.getWidth()).isEqualTo(512);
    assertThat(picture.getHeight()).isEqualTo(341);
  }

  @Test
  void what_is_no_picture_is_refused_and_changes_nothing() throws IOException {
    var id = start();
    var before = conversation(id);
    var svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    var code = json(upload(id, svg).expectStatus().isEqualTo(415)).get("code").asString();
    assertThat(code).isEqualTo("not-a-picture");
    var cut = new byte[60];
    System.arraycopy(picture("png", 50, 50), 0, cut, 0, cut.length);
    upload(id, cut).expectStatus().isEqualTo(415);
    upload(id, picture("png", 5_000, 1)).expectStatus().isEqualTo(422);
    var noise = new byte[2_200_000];
    new Random(1).nextBytes(noise);
    upload(id, noise).expectStatus().isEqualTo(413);
    assertThat(conversation(id)).isEqualTo(before);
  }

  @Test
  void another_workspace_sees_no_portrait() throws IOException {
    var id = start();
    var url =
        json(upload(id, picture("jpg", 20, 20)).expectStatus().isCreated()).get("url").asString();
    client = as(Role.ADMIN, "somebody-elses");
    client.get().uri(url).exchange().expectStatus().isNotFound();
    upload(id, picture("png", 20, 20)).expectStatus().isNotFound();
  }

  private ResponseSpec upload(String id, byte[] file) {
    var body = new MultipartBodyBuilder();
    body.part("image", file).filename("portrait");
    return client
        .post()
        .uri("/api/v1/conversations/" + id + "/image")
        .bodyValue(body.build())
        .exchange();
  }

  private static JsonNode json(ResponseSpec answer) {
    return JSON.readTree(answer.expectBody().returnResult().getResponseBody());
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }
}
