package dev.bartizan.testkit.mutation;

import java.util.Random;

/** What broken disks, wrong encodings and wrong editors do. */
enum ByteStep implements Damage.Step {
    FLIP_BIT {
        @Override
        public String apply(String text, Random random) {
            if (text.isEmpty()) {
                return text;
            }
            int at = random.nextInt(text.length());
            return Damage.replaced(
                    text, at, at + 1, String.valueOf((char) (text.charAt(at) ^ (1 << random.nextInt(8)))));
        }
    },
    INSERT_CONTROL {
        @Override
        public String apply(String text, Random random) {
            int at = Damage.position(text, random);
            return Damage.replaced(text, at, at, Damage.one(random, "\0", "\u0001", "\u001b[2J", "\u007f", "\b", "\f"));
        }
    },
    TRUNCATE {
        @Override
        public String apply(String text, Random random) {
            return text.substring(0, Damage.position(text, random));
        }
    },
    CUT_FRONT {
        @Override
        public String apply(String text, Random random) {
            return text.substring(Damage.position(text, random));
        }
    },
    INVALID_UTF8 {
        @Override
        public String apply(String text, Random random) {
            int at = Damage.position(text, random);
            // a lone start, a lone continuation, a surrogate, an overlong slash, beyond the last plane, no UTF-8 at all
            String bytes = Damage.one(
                    random,
                    "\u00c3(",
                    "\u00a0",
                    "\u00ed\u00a0\u0080",
                    "\u00c0\u00af",
                    "\u00f4\u0090\u0080\u0080",
                    "\u00ff");
            return Damage.replaced(text, at, at, bytes);
        }
    },
    STRANGE_CHARACTER {
        @Override
        public String apply(String text, Random random) {
            int at = Damage.position(text, random);
            String character = Damage.one(
                    random, "\u0085", "\u2028", "\u00a0", "\ufeff", "\u202e", "\ud83d\ude00", "\u0130", "\uffff");
            return Damage.replaced(text, at, at, Damage.utf8(character));
        }
    },
    BYTE_ORDER_MARK {
        @Override
        public String apply(String text, Random random) {
            return Damage.one(random, "\u00ef\u00bb\u00bf", "\u00fe\u00ff", "\u00ff\u00fe") + text;
        }
    },
    LINE_ENDS {
        @Override
        public String apply(String text, Random random) {
            return text.replace("\n", Damage.one(random, "\r\n", "\r", "\n\r", "\r\n\r\n"));
        }
    },
    REPEAT_RANGE {
        @Override
        public String apply(String text, Random random) {
            int from = Damage.position(text, random);
            int to = Math.min(text.length(), from + random.nextInt(200));
            return Damage.replaced(text, to, to, text.substring(from, to).repeat(1 + random.nextInt(20)));
        }
    }
}
