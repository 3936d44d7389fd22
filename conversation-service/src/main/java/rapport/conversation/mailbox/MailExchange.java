package rapport.conversation.mailbox;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.IDN;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Asks the DNS whether a domain takes mail, as senders do (RFC 5321, section 5.1). */
final class MailExchange implements AutoCloseable {

  /** Where the name of a mail server begins, behind its preference. */
  private static final int SERVER = 2;

  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("mail-exchange", true), NioIoHandler.newFactory());
  private final DnsNameResolver dns;

  /**
   * @param servers whom to ask
   * @param within how long to wait for each answer
   */
  MailExchange(DnsServerAddressStreamProvider servers, Duration within) {
    this.dns =
        new DnsNameResolverBuilder(loop.next())
            .datagramChannelType(NioDatagramChannel.class)
            .nameServerProvider(servers)
            .queryTimeoutMillis(within.toMillis())
            .build();
  }

  /**
   * Whether a domain names servers for its mail, or is itself a host that mail could be brought to.
   *
   * @param domain may have letters beyond ASCII
   * @return fails when the DNS does not say
   */
  Mono<Boolean> takesMail(String domain) {
    return Mono.fromCallable(() -> IDN.toASCII(domain))
        .flatMap(name ->
            any(name, DnsRecordType.MX, MailExchange::accepts)
                .switchIfEmpty(any(name, DnsRecordType.A, _ -> true))
                .switchIfEmpty(any(name, DnsRecordType.AAAA, _ -> true)))
        .defaultIfEmpty(false);
  }

  /** Whether any record of the type is as wanted; empty when there are none. */
  private Mono<Boolean> any(String name, DnsRecordType type, Predicate<DnsRecord> wanted) {
    return Mono.<List<Boolean>>create(
            sink -> {
              var answer = dns.query(new DefaultDnsQuestion(name, type));
              answer.addListener(_ -> {
                if (!answer.isSuccess()) {
                  sink.error(answer.cause());
                  return;
                }
                var response = answer.getNow();
                try {
                  sink.success(read(response.content(), type, wanted));
                } catch (UnknownHostException unsaid) {
                  sink.error(unsaid);
                } finally {
                  response.release();
                }
              });
            })
        .filter(found -> !found.isEmpty())
        .map(found -> found.contains(true));
  }

  private static List<Boolean> read(
      DnsResponse response, DnsRecordType type, Predicate<DnsRecord> wanted)
      throws UnknownHostException {
    var code = response.code();
    if (!code.equals(DnsResponseCode.NOERROR) && !code.equals(DnsResponseCode.NXDOMAIN)) {
      throw new UnknownHostException("the DNS answered " + code);
    }
    var found = new ArrayList<Boolean>();
    for (var at = 0; at < response.count(DnsSection.ANSWER); at++) {
      var record = response.<DnsRecord>recordAt(DnsSection.ANSWER, at);
      if (record.type().equals(type)) {
        found.add(wanted.test(record));
      }
    }
    return found;
  }

  /** The root instead of a server says that the domain wants no mail (RFC 7505). */
  private static boolean accepts(DnsRecord record) {
    return record instanceof DnsRawRecord raw
        && raw.content().readableBytes() > SERVER
        && raw.content().getByte(raw.content().readerIndex() + SERVER) != 0;
  }

  @Override
  public void close() {
    dns.close();
    var _ = loop.shutdownGracefully();
  }
}
