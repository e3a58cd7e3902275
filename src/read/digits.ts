const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810,
];

/**
 * Text with every digit of another script (Arabic, Persian, Devanagari, Bengali, Thai, full-width ...) as ASCII digit, and
 * compatibility forms (no-break spaces, full-width marks) as their plain letters. Text of ASCII comes back as it is.
 *
 * @example asciiDigits("१२٣４") // "1234"
 */
export function asciiDigits(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text)) return text;
  const plain = text.normalize("NFKC");
  if (!/\p{Nd}/u.test(plain)) return plain;
  return plain.replace(/[^\u0000-\u007f]/g, (letter) => {
    const code = letter.charCodeAt(0);
    for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return String(code - zero);
    return letter;
  });
}
