package rapport.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one caller may send. Set as {@code rapport.gateway.limit.*}.
 *
 * @param body largest request body
 * @param image largest request body of an image upload
 * @param archive largest request body of what people downloaded elsewhere
 * @param headDeadline time a connection has to send a complete request head
 * @param bodyDeadline time a request has to send its complete body
 * @param idle time a kept connection may stay without a request
 * @param caller rate of one signed-in caller
 * @param address rate of one network address without sign-in
 * @param trackedKeys callers and addresses remembered at once, each
 */
@ConfigurationProperties("rapport.gateway.limit")
public record LimitSettings(
    @DefaultValue("256KB") DataSize body,
    @DefaultValue("2200KB") DataSize image,
    @DefaultValue("8000KB") DataSize archive,
    @DefaultValue("10s") Duration headDeadline,
    @DefaultValue("60s") Duration bodyDeadline,
    @DefaultValue("75s") Duration idle,
    @DefaultValue CallerRate caller,
    @DefaultValue AddressRate address,
    @DefaultValue("100000") int trackedKeys) {

  /**
   * Rate of one signed-in caller.
   *
   * @param perSecond requests a second in the long run
   * @param burst requests at once
   */
  public record CallerRate(@DefaultValue("100") int perSecond, @DefaultValue("200") int burst) {}

  /**
   * Rate of one network address without sign-in.
   *
   * @param perSecond requests a second in the long run
   * @param burst requests at once
   */
  public record AddressRate(@DefaultValue("20") int perSecond, @DefaultValue("60") int burst) {}
}
