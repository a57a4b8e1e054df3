/** The passwords of at least eight characters that are tried first everywhere, folded. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `00000000 000000000 0987654321 11111111 111111111 1111111111 11223344 1122334455 12121212 123123123 12341234 1234554321
  12345678 123456789 1234567890 12345678910 1234567891 123456789a 12345678a 12345qwert 1234abcd 1234qwer 123654789
  123abc123 123qweasd 147258369 159753456 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 20202020 22222222 23456789 31415926
  55555555 66666666 741852963 77777777 78945612 789456123 87654321 88888888 987654321 9876543210 99999999 a1234567 a12345678
  a123456789 aa123456 aa12345678 aaaaaaaa abc12345 abc123456 abcd1234 abcd12345 abcdefgh adminadmin administrator admin123
  admin1234 admin12345 alexander anything asdasdasd asdf1234 asdfasdf asdfghjk asdfghjkl asdfqwer azertyuiop babygirl
  baseball basketball benjamin bismillah blessing blink182 butterfly changeme changeme123 charlie1 chelsea1 chocolate christian
  christopher computer corvette danielle dearbook default1 dragon123 einstein elephant everton1 facebook fatima123 football
  football1 forever1 fuckyou1 ghana123 ghana1234 ghana2020 godisgood godislove google123 hallo123 handsome hello123 hello1234
  helloworld iloveyou iloveyou1 iloveyou2 infinity internet jennifer jesus123 jesuschrist jonathan jordan23 kenya123 kenya254
  letmein1 letmein123 liverpool liverpool1 lovelove mahalkita manchester maverick mercedes metallica michael1 michelle midnight
  monkey123 mustang1 mwanasheria nairobi1 nairobi254 nicholas nigeria1 nothing1 p@ssw0rd p@ssword pa$$word pakistan
  passw0rd passwort password password! password1 password12 password123 password1234 password2 passwords patricia phoenix1
  pokemon1 princess princess1 q1w2e3r4 q1w2e3r4t5 qazwsxedc qqqqqqqq qwaszx12 qwe123456 qweasdzxc qwer1234 qwerasdf qwert123
  qwert12345 qwerty11 qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyui qwertyuiop rockyou1 samantha samsung1 secret12
  secret123 security september shadow12 slipknot snowball softball starwars startrek steelers sunflower sunshine sunshine1
  superman superman1 superstar tanzania test1234 test12345 testtest tinkerbell trustno1 undertaker unknown1 victoria volleyball
  warcraft welcome1 welcome123 welcome1234 whatever william1 wrestling xxxxxxxx zaq12wsx zaq1zaq1 zxcvbnm1 zxcvbnm123`
    .split(/\s+/)
    .filter((password) => password !== ""),
);
