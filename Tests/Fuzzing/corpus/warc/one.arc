filedesc://a 0.0.0.0 20181107090000 text/plain 3
1 0

http://d.example/ 1.2.3.4 20181107090000 text/html 714
HTTP/1.1 200 OK
Content-Type: text/html
Transfer-Encoding: chunked

276
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge | Daily</title><meta property="og:title" content="Bridge"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge","author":{"name":"Ann Lee"}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge</h1><div class="article-body"><p>The bridge over the river reopened on Wednesday after eleven months of repairs, they said.</p><blockquote>We are &#147;glad&#148;.</blockquote><p><q>Yes</q><br><br>No</p><figure><figcaption>The bridge on the day.</figcaption></figure></div></article><footer>&copy;</footer></body></html>
0


