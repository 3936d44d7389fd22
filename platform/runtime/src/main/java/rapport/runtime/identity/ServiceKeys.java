package rapport.runtime.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Ed25519 keys in PEM files: PKCS#8 for private keys, X.509 SubjectPublicKeyInfo for public. */
public final class ServiceKeys {

  private ServiceKeys() {}

  /**
   * @throws IllegalStateException when the file holds no Ed25519 private key
   */
  public static PrivateKey privateKey(Path pem) {
    try {
      return ed25519().generatePrivate(new PKCS8EncodedKeySpec(read(pem, "PRIVATE KEY")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(pem + " holds no Ed25519 private key", e);
    }
  }

  /**
   * @throws IllegalStateException when the file holds no Ed25519 public key
   */
  public static PublicKey publicKey(Path pem) {
    try {
      return ed25519().generatePublic(new X509EncodedKeySpec(read(pem, "PUBLIC KEY")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(pem + " holds no Ed25519 public key", e);
    }
  }

  /** A new pair, as a launcher or a test makes one. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /** The PEM text of a private key. */
  public static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** The PEM text of a public key. */
  public static String pem(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  private static String pem(String label, byte[] der) {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static byte[] read(Path pem, String label) {
    try {
      var text = Files.readString(pem);
      var begin = "-----BEGIN " + label + "-----";
      var from = text.indexOf(begin);
      var to = text.indexOf("-----END " + label + "-----");
      if (from < 0 || to < from) {
        throw new IllegalStateException(pem + " has no " + label + " block");
      }
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pem, e);
    }
  }

  private static KeyFactory ed25519() throws NoSuchAlgorithmException {
    return KeyFactory.getInstance("Ed25519");
  }
}
