package rapport.runtime.egress;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Reads addresses that people name. Each request, and each redirect, goes only where {@link
 * EgressRules} let it, to the very address that was checked; what is too long or takes too long is
 * given up.
 */
public final class EgressClient {

  private static final Set<Integer> WEB_PORTS = Set.of(80, 443);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** An address that is no name. */
  private static final Pattern DIGITS = Pattern.compile("\\[.*]|[0-9.]+");

  private final EgressRules rules;
  private final EgressGuard guard;
  private final HttpClient client;

  public EgressClient(EgressRules rules, HostResolver resolver) {
    this(rules, new EgressGuard(rules, resolver, PublicAddresses::contains, WEB_PORTS::contains));
  }

  EgressClient(EgressRules rules, EgressGuard guard) {
    this.rules = rules;
    this.guard = guard;
    // A connection of its own for each request: a kept one leads to an address of another check.
    this.client =
        HttpClient.create(ConnectionProvider.newConnection())
            .followRedirect(false)
            .compress(true)
            .responseTimeout(rules.patience());
  }

  /**
   * For one other system, at an address that whoever runs Rapport wrote down. Its port is gone to;
   * this machine, or an address in digits, is meant as it stands there. A name that leads into a
   * private network has to be allowed by the rules besides.
   */
  public static EgressClient towards(URI base, EgressRules rules, HostResolver resolver) {
    var host = base.getHost() == null ? "" : base.getHost();
    var meant = host.equalsIgnoreCase("localhost") || DIGITS.matcher(host).matches();
    var all = meant ? rules.allowing(host) : rules;
    IntPredicate ports = port -> port == base.getPort() || WEB_PORTS.contains(port);
    return new EgressClient(all, new EgressGuard(all, resolver, PublicAddresses::contains, ports));
  }

  /**
   * Reads an address, following redirects.
   *
   * @param headers to send along, such as {@code If-None-Match}
   * @return fails with {@link EgressRefusedException} when it must not be read, and with what the
   *     network says when it cannot be
   */
  public Mono<Fetched> get(URI uri, Map<String, String> headers) {
    return get(uri, headers, rules.mostRedirects()).timeout(rules.patience());
  }

  /**
   * Reads an address and stays there: what it answers may be a redirect, for whoever has rules of
   * their own about where to go. The address it leads to is checked when it is asked for.
   *
   * @param headers to send along
   * @return fails as {@link #get} does
   */
  public Mono<Fetched> getWithoutRedirects(URI uri, Map<String, String> headers) {
    return exchange(Outgoing.get(uri, headers));
  }

  /**
   * Makes one request and takes its answer, whatever its status; redirects are not followed.
   *
   * @return fails as {@link #get} does; whether the other side took the request is then not known
   */
  public Mono<Fetched> exchange(Outgoing request) {
    return checked(request).timeout(rules.patience());
  }

  /**
   * For a protocol that wants more than one whole answer, such as a stream. It goes only where the
   * rules let it and follows no redirect; an answer that is silent for longer than the patience is
   * given up, and no part of it is kept that is larger than the rules say. What must not be gone to
   * fails with a {@code WebClientRequestException} caused by {@link EgressRefusedException}.
   */
  public WebClient webClient() {
    return WebClient.builder()
        .clientConnector(new GuardedConnector(guard, client))
        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(rules.mostBytes()))
        .build();
  }

  /**
   * Where to connect to for something that is not of the web, such as mail. Whoever connects takes
   * that very address.
   *
   * @param ports where such things are; others have to be allowed by name
   * @return fails with {@link EgressRefusedException} when it must not be gone to
   */
  public Mono<InetAddress> address(String host, int port, Set<Integer> ports) {
    return Mono.fromCallable(
            () -> guard.check(host.strip().toLowerCase(Locale.ROOT), port, ports::contains))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Mono<Fetched> get(URI uri, Map<String, String> headers, int redirects) {
    return checked(Outgoing.get(uri, headers))
        .flatMap(fetched -> followed(fetched, headers, redirects));
  }

  private Mono<Fetched> checked(Outgoing outgoing) {
    return Mono.fromCallable(() -> guard.check(outgoing.uri()))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(address -> request(outgoing, address));
  }

  private Mono<Fetched> followed(Fetched fetched, Map<String, String> headers, int redirects) {
    var location = fetched.header("location");
    if (!REDIRECTS.contains(fetched.status()) || location.isEmpty()) {
      return Mono.just(fetched);
    }
    if (redirects == 0) {
      return Mono.error(new EgressRefusedException("too-many-redirects", "it leads on and on"));
    }
    return Mono.fromCallable(() -> target(fetched.uri(), location.get()))
        .flatMap(next -> get(next, headers, redirects - 1));
  }

  private static URI target(URI from, String location) {
    try {
      return from.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw new EgressRefusedException("bad-address", "it leads to no address");
    }
  }

  private Mono<Fetched> request(Outgoing outgoing, InetAddress address) {
    return client
        .resolver(new PinnedAddress(address))
        .headers(all -> {
          outgoing.headers().forEach(all::set);
          if (outgoing.hasBody()) {
            all.set(HttpHeaderNames.CONTENT_LENGTH, outgoing.body().length);
          }
        })
        .request(HttpMethod.valueOf(outgoing.method()))
        .uri(outgoing.uri())
        .send((_, out) ->
            outgoing.hasBody() ? out.sendObject(Unpooled.wrappedBuffer(outgoing.body())) : out)
        .response((response, body) -> taken(outgoing.uri(), response, body))
        .single();
  }

  private Mono<Fetched> taken(URI uri, HttpClientResponse response, ByteBufFlux body) {
    return body.collect(ByteArrayOutputStream::new, this::append)
        .map(bytes ->
            new Fetched(
                uri,
                response.status().code(),
                headers(response.responseHeaders()),
                bytes.toByteArray()));
  }

  private void append(ByteArrayOutputStream bytes, ByteBuf more) {
    if (bytes.size() + more.readableBytes() > rules.mostBytes()) {
      throw new EgressRefusedException("too-large", "more than " + rules.mostBytes() + " bytes");
    }
    var part = new byte[more.readableBytes()];
    more.getBytes(more.readerIndex(), part);
    bytes.writeBytes(part);
  }

  private static Map<String, String> headers(HttpHeaders from) {
    var headers = new LinkedHashMap<String, String>();
    from.forEach(
        header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    return headers;
  }
}
