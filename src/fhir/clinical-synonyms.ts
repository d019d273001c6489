/**
 * Words that mean one thing to clinicians, a family a line, each by how it begins: what people say, what code systems
 * say, brand names of drugs, and the Spanish where it begins otherwise. In the spelling of `foldedWord`. Only as many as
 * keep the same thing in other words from being marked as something else: one that is missing costs a mark too many,
 * one too many hides a contradiction, so classes ("penicillin") are no families, nor is a drug one with its products.
 */
const families = `
stroce cerebrovascul ictus apoplej
itch prurit picaz
hives urticar ronchas
headach cefal
migraine jacuec
faint sincop desmai
vomit emes
neu erb
sena senosid
fosfor fosfat
seizur epileps convuls
diz vertig mareo
tired fatig cansanc
flu influenz grip
chicenpox varicel
shingl zoster
measl rubeola sarampion morbil
whoping pertus tosfer
locjaw tetan
piles hemoroid
heartburn gerd reflux acidez
hazi cloudi turbid
astma asma
eritroc rbc rbcs
leucoc wbc wbcs
eg ovum huevo
fish pescad
milc dair leche lacteo
peanut cacahuat arachis
wheat tritic trigo
shrimp camaron
pig porcin cerdo sus
cow bovin
latex ruber
be apis abeja
cat felis gato
dog canis pero
acetaminof tilenol paracet apap
aspirin acetilsal asa
ibuprofen advil motrin
naproxen aleve naprosin
epinefrin adrenalin epipen
norepinefrin noradrenal
albuterol salbutam ventolin proair proventil
furosemid frusemid lasix
hidroclorotiaz hctz
warfarin coumadin jantoven
apixaban elicuis
rivaroxaban xarelto
clopidogrel plavix
enoxaparin lovenox
atorvastatin lipitor
simvastatin zocor
rosuvastatin crestor
pravastatin pravachol
lisinopril zestril prinivil
losartan cozar
valsartan diovan
amlodipin norvasc
carvedilol coreg
atenolol tenormin
metformin glucofag
glipizid glucotrol
sitagliptin januvia
empagliflozin jardianc
dapagliflozin farxig
levotirox sintroid levoxil eutirox
omeprazol prilosec
pantoprazol protonix
esomeprazol nexium
sertralin zoloft
fluoxetin prozac
escitalopram lexapro
citalopram celexa
venlafaxin efexor
duloxetin cimbalta
trazodon desirel
alprazolam xanax
lorazepam ativan
clonazepam clonopin
zolpidem ambien
gabapentin neurontin
pregabalin lirica
tramadol ultram
azitromicin zitromax
ciprofloxacin cipro
levofloxacin levacuin
prednison deltason
montelucast singulair
cetirizin zirtec
loratadin claritin
difenhidramin benadril
tamsulosin flomax
finasterid proscar
sildenafil viagra
alendron fosamax
exemestan aromasin
carboplatin paraplatin
lyme boreli
mumps parotit
underactiv hipotiroid
overactiv hipertiroid
anxi ansied
galstone colelit
tendin tendon
bupropion welbutrin
`;

/** A place in the body, or a kind of trouble: two things may share it ("kidney stone", "renal failure"). */
const placesAndKinds = `
cidnei renal nefro rinon
liver hepatic higad
heart cardiac corazon
lung pulmonar
brain cerebr encefal
stomach gastric estomag
bowel intestin
galblad colecist vesicul
scin cutane piel
bone oseo hues
muscl mialg muscul
brocen fractur
eie ocular oftalm
ear otic oido
nose nasal nariz
troat faring garg
voicebox laring
womb uter matriz
blader vesical veji
bac dorsal lumba espald
breast mamar mama mamo
cholesterol lipid colesterol hiperlip dislip
cancer carcinom malign neoplas tumor
sweling edema hinch
fever pirex fiebre
rash erupt exantem sarpul
pain dolor
sleples insomn
cough tos
pregnan gravid embaraz gestat
childbirt deliver parto
menstru menses
alcohol etanol
blod sangr
clot trombos tromboe tromboti trombus
platel tromboci placuet
breat disne respirator
sugar glucos glicem azucar
stone calcul litias piedra
leg limb pierna
smoc tobac nicotin fuma
former ex previous
benign fibroaden
ultrasound us ultrasonid ecograf
tiroid tirotrop tsh
some ocasional
hip cader
chest torac
`;

const familyOf = new Map<string, number[]>();
const lines = (table: string): readonly string[] => table.trim().split('\n');
const firstWeak = lines(families).length;
for (const [at, line] of [...lines(families), ...lines(placesAndKinds)].entries())
  for (const start of line.split(' ')) familyOf.set(start, [...(familyOf.get(start) ?? []), at]);

const longest = Math.max(...[...familyOf.keys()].map(({ length }) => length));

/** The families that a word belongs to, by how it begins; a beginning of three letters is the whole word. */
export function familiesOf(word: string): readonly number[] {
  const found: number[] = [...(familyOf.get(word) ?? [])];
  for (let n = 4; n < Math.min(word.length, longest + 1); n += 1)
    found.push(...(familyOf.get(word.slice(0, n)) ?? []));
  // "Nephrolithiasis" is a kidney's and a stone's.
  if (/.litias/.test(word)) found.push(...(familyOf.get('litias') ?? []));
  return found;
}

/** Whether a family is a place or a kind: to share it is not yet to mean the same. */
export function isPlaceOrKind(family: number): boolean {
  return family >= firstWeak;
}

/**
 * A word in one spelling: British and Spanish as American, letters that sound alike as one ("oedema", "haemoglobin",
 * "asthma" and "diarrhoea" have two spellings each; "hipertensión" is "hypertension").
 */
export function foldedWord(word: string): string {
  return word
    .replaceAll(/ae|oe/g, 'e')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('rrh', 'r')
    .replaceAll('y', 'i')
    .replaceAll(/[kq]/g, 'c')
    .replaceAll(/(.)\1/g, '$1');
}
