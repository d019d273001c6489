/**
 * Words that mean one thing to clinicians, a family a line, each by how it begins: what people say, what code systems
 * say, brand names of drugs, and the Spanish where it begins otherwise. In the spelling of `foldedWord`. Only as many as
 * keep the same thing in other words from being marked as something else: one that is missing costs a mark too many,
 * one too many hides a contradiction, so classes ("penicillin", "amoxicillin") are no families.
 */
const families = `
cidnei renal nefro rinon
liver hepatic higad
heart cardiac corazon
lung pulmonar
stroce cerebrovascul ictus apoplej
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
breast mamar mama
sugar glucos glicem azucar
cholesterol lipid colesterol hiperlip dislip
cancer carcinom malign neoplas tumor
sweling edema hinch
fever pirex fiebre
itch prurit picaz
hives urticar ronchas
rash erupt exantem sarpul
pain dolor
headach cefal
migraine jacuec
breat disne respirator
vomit emes
faint sincop desmai
seizur epileps convuls
diz vertig mareo
tired fatig cansanc
sleples insomn
cough tos
flu influenz grip
chicenpox varicel
shingl zoster
measl rubeola sarampion morbil
mumps parotid paper
lime boreli
whoping pertus tosfer
locjaw tetan
piles hemoroid
heartburn gerd reflux acidez
pregnan gravid embaraz gestat
childbirt deliver parto
menstru menses
underactiv hipotiroid
overactiv hipertiroid
obes overweight
hazi cloudi turbid
alcohol etanol
smocing tobac nicotin fuma
astma asma
blod hemat sangr
eritroc rbc rbcs
leucoc wbc wbcs
trombo platel placuet
clot trombo
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
metoprolol lopresor toprol
carvedilol coreg
atenolol tenormin
metformin glucofag
glipizid glucotrol
sitagliptin januvia
semaglutid ozempic ribelsus wegovi
empagliflozin jardianc
dapagliflozin farxig
insulin lantus humalog novolog humulin novolin levemir basaglar
levotirox sintroid levoxil eutirox
omeprazol prilosec
pantoprazol protonix
esomeprazol nexium
sertralin zoloft
fluoxetin prozac
escitalopram lexapro
citalopram celexa
bupropion welbutrin
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
oxicodon percocet oxicontin
hidrocodon vicodin norco
amoxicilin augmentin amoxil
azitromicin zitromax
ciprofloxacin cipro
levofloxacin levacuin
trimetoprim bactrim cotrimox septra
prednison deltason
fluticason flonas flovent
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
`;

const familyOf = new Map<string, number[]>();
for (const [at, line] of families.trim().split('\n').entries())
  for (const start of line.split(' ')) familyOf.set(start, [...(familyOf.get(start) ?? []), at]);

const longest = Math.max(...[...familyOf.keys()].map(({ length }) => length));

/** The families that a word belongs to, by how it begins; a beginning of three letters is the whole word. */
export function familiesOf(word: string): readonly number[] {
  const found: number[] = [...(familyOf.get(word) ?? [])];
  for (let n = 4; n < Math.min(word.length, longest + 1); n += 1)
    found.push(...(familyOf.get(word.slice(0, n)) ?? []));
  return found;
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
    .replaceAll('y', 'i')
    .replaceAll(/[kq]/g, 'c')
    .replaceAll(/(.)\1/g, '$1');
}
