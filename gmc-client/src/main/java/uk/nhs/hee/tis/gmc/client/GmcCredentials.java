package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.Nullable;

/**
 * The user name and password of the account with GMC Connect. They travel inside the body of every
 * request; {@link #toString()} shows neither. Immutable.
 */
public final class GmcCredentials {
  private final String username;
  private final String password;

  private GmcCredentials(String username, String password) {
    this.username = Rules.notBlank("username", username);
    this.password = Rules.notBlank("password", password);
  }

  /**
   * {@return credentials}
   *
   * @param username as the GMC issued it, not blank
   * @param password as the GMC issued it, not blank
   * @throws IllegalArgumentException if either is null or blank
   */
  public static GmcCredentials of(String username, String password) {
    return new GmcCredentials(username, password);
  }

  /** {@return the user name} */
  public String username() {
    return username;
  }

  /** {@return the password} */
  public String password() {
    return password;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GmcCredentials
        && username.equals(((GmcCredentials) other).username)
        && password.equals(((GmcCredentials) other).password);
  }

  @Override
  public int hashCode() {
    return 31 * username.hashCode() + password.hashCode();
  }

  @Override
  public String toString() {
    return "GmcCredentials[username=***, password=***]";
  }
}
