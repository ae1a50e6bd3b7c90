//! The words by which what somebody said is sorted, in ten languages and more.
//!
//! Never: a verdict; one phrase alone says little, and the writer decides.

/// Things that went wrong.
pub(super) const THINGS: &str = "third time|second time|fourth time|fifth time|still waiting|been waiting|waiting for weeks|waited for|waiting since|\
on hold for|never arrived|hasn't arrived|has not arrived|haven't arrived|not arrived|didn't arrive|did not arrive|\
never came|didn't turn up|did not turn up|hasn't come|didn't come|never received|haven't received|not received|didn't receive|\
nobody answers|no one answers|nobody answered|no one answered|nobody replies|nobody replied|no one replied|\
no reply yet|no response|no answer|still no|ignored|doesn't work|does not work|not working|isn't working|stopped working|\
won't work|doesn't turn on|won't turn on|doesn't open|won't open|won't load|is broken|was broken|came broken|\
arrived broken|broke after|has broken|it broke|broken again|faulty|defective|damaged|cracked|fell apart|leaking|\
is missing|was missing|are missing|were missing|wrong size|wrong item|wrong order|wrong address|wrong colour|\
wrong color|wrong one|wrong product|sent me the wrong|overcharged|charged twice|charged me twice|double charged|\
late again|hours late|days late|weeks late|keeps crashing|crashes every|crashed again|lost my|cancelled my|canceled my|\
locked out|can't log in|cannot log in|can't reach|cannot reach|want my money back|my money back|want a refund|\
fix this|sort this out|something is wrong|something's wrong|went wrong|out of order|\
warte immer noch|warte seit|noch immer nicht|immer noch nicht|nicht angekommen|nie angekommen|kam nie an|kaputt|defekt|\
funktioniert nicht|geht nicht|beschädigt|keine antwort|niemand antwortet|zum dritten mal|zum zweiten mal|\
zum vierten mal|schon wieder|geld zurück|falsch geliefert|falsche größe|zu spät|\
toujours pas|jamais reçu|pas reçu|rien reçu|pas arrivé|pas arrivée|jamais arrivé|en panne|cassé|cassée|ne marche pas|\
ne fonctionne pas|marche plus|fonctionne plus|aucune réponse|pas de réponse|personne ne répond|j'attends depuis|\
troisième fois|deuxième fois|abîmé|abîmée|endommagé|endommagée|\
sigo esperando|llevo esperando|no ha llegado|no llegó|no me ha llegado|nunca llegó|está roto|está rota|llegó roto|\
llegó rota|no funciona|nadie responde|nadie contesta|sin respuesta|tercera vez|segunda vez|dañado|dañada|\
mai arrivato|mai arrivata|non è arrivato|non è arrivata|rotto|rotta|non funziona|nessuno risponde|sto aspettando|\
aspetto da|terza volta|nog steeds niet|nog steeds geen|niet aangekomen|kapot|werkt niet|doet het niet|\
niemand reageert|geen antwoord|derde keer|wacht al|geld terug|ainda não chegou|não chegou|quebrado|quebrada|\
ninguém responde|terceira vez|estou esperando|nie dotarła|nie dotarło|nie dotarł|zepsuty|zepsuta|zepsute|nie działa|\
nikt nie odpowiada|czekam od|trzeci raz|не работает|сломан|сломалась|сломался|не пришла|не пришло|не пришёл|\
никто не отвечает|届かない|届いていない|届きません|壊れて|返金|坏了|没收到|还没到|还没收到|退款|고장|안 왔어요|환불";

/// How they feel about it.
pub(super) const FEELINGS: &str = "fed up|disappointed|disappointing|disappointment|unacceptable|terrible|awful|horrible|the worst|worst service|\
appalling|disgusting|a disgrace|disgraceful|shame on you|shameful|furious|angry|ridiculous|useless|rubbish|\
waste of time|waste of money|rip-off|ripped off|complaint|never again|last time i|let down|not good enough|\
thanks for nothing|rude|frustrated|frustrating|annoyed|annoying|unhappy|what a joke|is a joke|poor service|\
bad service|such a shame|not happy|upset|gave up|given up|does anybody read|does anyone read|cancel my|\
enttäuscht|enttäuschend|frechheit|unverschämt|unverschämtheit|furchtbar|schrecklich|katastrophe|sauer|wütend|\
nie wieder|lächerlich|mangelhaft|beschwerde|unzufrieden|unmöglich|ärgerlich|\
déçu|déçue|décevant|inadmissible|scandaleux|honteux|une honte|furieux|furieuse|ras le bol|inacceptable|catastrophe|\
plus jamais|décepcionado|decepcionado|decepcionada|qué vergüenza|vergüenza|pésimo|pésima|horrible|inaceptable|harto|\
harta|nunca más|deluso|delusa|vergogna|vergognoso|pessimo|pessima|inaccettabile|mai più|schifo|teleurgesteld|\
schandalig|waardeloos|belachelijk|nooit meer|vergonha|péssimo|péssima|horrível|inaceitável|nunca mais|rozczarowany|\
rozczarowana|skandal|fatalnie|tragedia|wstyd|nigdy więcej|ужасно|отвратительно|разочарован|разочарована|кошмар|\
最悪|ひどい|がっかり|太差|失望|실망|최악|سيء|سيئة";

/// Somebody got a fact wrong: they say that we did, or put something right.
pub(super) const WRONG: &str = "that's wrong|that is wrong|this is wrong|is wrong|are wrong|you're wrong|you are wrong|got it wrong|got that wrong|\
got this wrong|that's not true|that is not true|this is not true|that isn't true|not true|isn't true|untrue|\
that's false|is false|incorrect|inaccurate|not accurate|not correct|isn't correct|isn't right|is not right|\
that's not right|factually|misinformation|misleading|fake news|check your facts|get your facts|fact check|typo|\
misspelled|misspelt|you misspelled|out of date|outdated|no longer true|correction|small correction|should read|\
should say|actually it's|it's actually|it is actually|actually it is|you claim that|you lied about|\
stimmt nicht|stimmt so nicht|stimmt doch nicht|ist falsch|sind falsch|nicht richtig|nicht korrekt|unwahr|veraltet|\
tippfehler|fehler im text|c'est faux|est faux|est fausse|inexact|inexacte|erroné|erronée|pas vrai|pas exact|\
no es cierto|es falso|es falsa|incorrecto|incorrecta|no es verdad|non è vero|è falso|è sbagliato|non è corretto|\
klopt niet|niet waar|onjuist|não é verdade|está errado|está errada|nieprawda|to nie jest prawda|неправда|неверно|\
это не так|ошибка в|間違い|間違って|不对|错了|有误|틀렸";

/// They are pleased.
pub(super) const PLEASED: &str = "thank you so much|thanks so much|thank you very much|thanks a million|many thanks|big thanks|huge thanks|\
thank you|love it|love this|love your|love you|love the|loved|loving|great job|great service|great work|great team|\
good job|well done|nice work|amazing|awesome|brilliant|fantastic|wonderful|excellent|superb|lovely|perfect|\
the best|best shop|kudos|shout out|shoutout|hats off|impressed|so happy|very happy|really happy|so helpful|\
super helpful|very helpful|so kind|very kind|made my day|five stars|5 stars|highly recommend|recommend you|keep it up|\
bravo|congrats|congratulations|beautiful|delicious|can't thank you enough|you rock|couldn't be happier|so quick|\
vielen dank|herzlichen dank|tausend dank|danke schön|dankeschön|großartig|klasse|begeistert|perfekt|wunderbar|\
weiter so|hervorragend|toller service|sehr zufrieden|merci beaucoup|mille mercis|génial|géniale|parfait|parfaite|\
j'adore|magnifique|formidable|au top|ravi|ravie|muchas gracias|mil gracias|excelente|me encanta|me encantan|perfecto|\
maravilloso|maravillosa|enhorabuena|felicidades|grazie mille|bravi|ottimo|ottima|eccellente|perfetto|complimenti|\
adoro|hartelijk dank|dank je wel|dankjewel|geweldig|fantastisch|heel blij|muito obrigado|muito obrigada|perfeito|\
maravilhoso|parabéns|dziękuję|świetna|świetny|rewelacja|polecam|спасибо большое|отлично|молодцы|ありがとうございます|ありがとう|\
最高|素晴らしい|大好き|太棒了|很棒|감사합니다|최고예요|شكرا جزيلا|رائع|ممتاز";

/// They may be pleased, or only polite.
pub(super) const PLEASED_A_LITTLE: &str = "thanks|thx|ty|great|good|nice|happy|cool|cheers|helpful|love|danke|super|toll|top|merci|gracias|genial|\
grazie|bedankt|obrigado|obrigada|dzięki|спасибо|супер|谢谢|感谢|고마워요|شكرا";

/// They let off steam, or make fun.
pub(super) const RANTS: &str = "lol|lmao|lmfao|rofl|haha|hahaha|hahahaha|hehe|just kidding|jk|idiot|idiots|moron|morons|clown|clowns|losers|\
pathetic|scum|parasites|crooks|liars|thieves|greedy|greedy bastards|you people|you lot|you are all|you're all|\
all the same|wake up people|sheeple|go to hell|screw you|shut up|get a life|nobody cares|who cares|no one cares|\
capitalist pigs|corporate shills|shill|shills|wtf|stfu|bullshit|go woke|boycott|cross the road|walks into a bar|\
knock knock|your mum|your mom|idioten|deppen|vollidioten|abzocker|lügner|verbrecher|haut ab|bande de|voleurs|\
menteurs|bouffons|mdr|ptdr|jaja|jajaja|jajajaja|idiotas|ladrones|mentirosos|payasos|ladri|buffoni|idioti|ahahah|\
oplichters|leugenaars|ladrões|palhaços|kkkk|kkkkk|złodzieje|idioci|ахаха|хаха|жулики|馬鹿|バカ|哈哈|哈哈哈|骗子|ㅋㅋ|ㅋㅋㅋ|ههههه";

/// What looks like one of the above and is none.
pub(super) const NEITHER: &str = "no worries|no problem|no thanks to|thanks in advance|thank you in advance|thanks to|please and thank you|\
thank you for your time|good morning|good afternoon|good evening|good day|good luck|good question|good to know|\
happy to|happy birthday|happy new year|love to|great again|oh great|great another|the best way|best regards|what is the best|\
what's the best|which is the best|the best time|good enough|good for|good at|make a complaint|what is wrong|what's wrong|wrong with|\
if something is wrong|correct me if|love how|love when|love it when|merci de|merci d'avance|danke im voraus|gracias de antemano|\
is it broken|not a complaint|no complaint|no complaints|isn't a complaint|angry birds";

/// Words that take back the praise behind them.
pub(super) const NEGATORS: &str = "not no never hardly without wish would could nothing neither nor less nicht kein keine keinen nie ohne wäre \
pas jamais sans aucun aucune serait no nunca sin sería non mai senza sarebbe niet geen nooit zonder não nunca sem nie \
bez не нет";

/// Faces of fun.
pub(super) const FUN: [char; 6] = ['😂', '🤣', '😆', '😹', '🤡', '💀'];

/// Faces and signs of praise.
pub(super) const CHEERS: [char; 22] = [
    '❤', '😍', '🥰', '👏', '🙌', '💯', '⭐', '🎉', '👍', '💚', '💙', '🧡', '💜', '💛', '💖', '😊',
    '🙏', '🤩', '😘', '🥳', '🌟', '♥',
];
