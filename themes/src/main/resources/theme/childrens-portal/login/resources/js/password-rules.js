// The rules of the server's PasswordRules, by the same names, so that a page can tick them off while
// somebody types. The server's verdict is the one that counts; a test holds the two together.

const one = (set) => {
  const pattern = new RegExp(set, "u");
  return (password) => pattern.test(password);
};
const SPECIAL = "[\\p{P}\\p{S}\\p{Nl}\\p{No}]";
const length = (password) => [...password].length;

const KEEPS = {
  "minimum-length": (password, number) => length(password) >= number,
  "maximum-length": (password, number) => length(password) <= number,
  letter: one("\\p{L}"),
  "allowed-characters": one(`^(?:[\\p{L}\\p{M}\\p{Nd}]|${SPECIAL})*$`),
  "starts-with-letter": one("^\\p{L}"),
  "upper-case": one("\\p{Uppercase}"),
  digit: one("\\p{Nd}"),
  special: one(SPECIAL),
};

/** Whether the script knows the rule; earlier passwords, say, only the server knows. */
export const knows = (rule) => rule in KEEPS;

/** Whether the password keeps the rule. */
export const keeps = (rule, number, password) => KEEPS[rule](password.normalize("NFC"), number);
